package io.heddle.scenarios.cli;

import io.heddle.controller.southbound.lldp.LldpNeighbors;
import io.heddle.json.BadField;
import io.heddle.json.Fields;
import io.heddle.json.Json;
import io.heddle.json.JsonText;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.scenarios.run.FabricSource;
import io.heddle.scenarios.scenario.ScenarioCase;
import io.heddle.topology.cabling.CableFinding;
import io.heddle.topology.cabling.CablingCheck;
import io.heddle.topology.cabling.CablingReport;
import io.heddle.topology.cabling.Sighting;
import io.heddle.topology.fault.Fault;
import io.heddle.topology.fault.Outcome;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.cli.Options;

/** {@code heddle cabling}: what is plugged, by LLDP, against what is in the file. */
final class CablingCommand implements Command {

    private static final String USAGE = "heddle cabling NAME|FILE --lldp DIR|- [--case NAME] [--set path=value]...";

    private static final String SUFFIX = ".json";

    private static final Options OPTIONS = new Options()
            .addOption(Arguments.set())
            .addOption(Arguments.valued("case", "the name of a case"))
            .addOption(Arguments.valued("lldp", "a directory of DEVICE.json, or - for one object by device"));

    @Override
    public int run(List<String> args, Terminal terminal) throws InputException {
        Arguments given = Arguments.parse(USAGE, OPTIONS, args);
        ScenarioCase chosen =
                CaseRun.choose(ScenarioSource.find(given.words(1).getFirst(), given.settings()), given.value("case"));
        String source = given.value("lldp")
                .orElseThrow(() -> new InputException("--lldp is missing: where the output of"
                        + " `lldpcli -f json0 show neighbors` of each device is\nusage: " + USAGE));
        Fabric fabric = fabric(chosen);
        Set<DeviceName> asked = new TreeSet<>();
        List<Sighting> sightings = new ArrayList<>();
        try {
            for (Map.Entry<String, Json> each : (source.equals("-") ? ofInput() : ofDirectory(source)).entrySet()) {
                DeviceName device = device(fabric, each.getKey());
                asked.add(device);
                sightings.addAll(LldpNeighbors.read(device, each.getValue()));
            }
        } catch (BadField e) {
            throw new InputException(String.valueOf(e.getMessage()));
        }
        CablingReport report = CablingCheck.of(fabric, asked, sightings);
        print(terminal.out(), fabric, asked, report);
        return report.findings().isEmpty() ? HOLDS : DOES_NOT_HOLD;
    }

    private static void print(PrintStream out, Fabric fabric, Set<DeviceName> asked, CablingReport report) {
        for (CableFinding each : report.findings()) {
            out.println(each);
        }
        out.println(asked.size() + " devices asked: " + report.right() + " of "
                + fabric.links().size() + " cables are right, "
                + report.findings().size() + " findings, "
                + report.unasked() + " cables between devices that were not asked");
    }

    private static Fabric fabric(ScenarioCase chosen) throws InputException {
        return switch (FabricSource.fabric(chosen.fabric(), chosen.devices())) {
            case Outcome.Made<Fabric>(Fabric made) -> made;
            case Outcome.Refused<Fabric>(List<Fault> faults) ->
                throw new InputException(chosen.name() + " cannot be built as described:\n"
                        + faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        };
    }

    private static DeviceName device(Fabric fabric, String name) throws InputException {
        Stream<DeviceName> known = Stream.concat(
                fabric.switches().stream().map(each -> each.name()),
                fabric.nodes().stream().map(each -> each.name()));
        return known.filter(each -> each.value().equals(name))
                .findFirst()
                .orElseThrow(() -> new InputException("no switch or node '" + name + "' in the fabric"));
    }

    private static Map<String, Json> ofDirectory(String name) throws InputException {
        Map<String, Json> byDevice = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of(name))) {
            for (Path each : files.sorted().toList()) {
                String file = each.getFileName().toString();
                if (file.endsWith(SUFFIX)) {
                    byDevice.put(
                            file.substring(0, file.length() - SUFFIX.length()), read(file, Files.readAllBytes(each)));
                }
            }
        } catch (IOException e) {
            throw new InputException("cannot read the directory '" + name + "': " + e.getMessage());
        }
        if (byDevice.isEmpty()) {
            throw new InputException("no DEVICE" + SUFFIX + " in '" + name + "'");
        }
        return byDevice;
    }

    private static Map<String, Json> ofInput() throws InputException, BadField {
        try {
            return Fields.of("", read("standard input", System.in.readAllBytes()))
                    .object()
                    .members();
        } catch (IOException e) {
            throw new InputException("cannot read standard input: " + e.getMessage());
        }
    }

    private static Json read(String where, byte[] text) throws InputException {
        try {
            return JsonText.read(text);
        } catch (JsonText.NotJson e) {
            throw new InputException(where + ": " + e.getMessage());
        }
    }
}
