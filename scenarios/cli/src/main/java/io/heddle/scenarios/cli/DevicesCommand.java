package io.heddle.scenarios.cli;

import io.heddle.model.device.DeviceProfile;
import io.heddle.model.device.Evidence;
import io.heddle.model.device.Hardware;
import io.heddle.model.device.Limit;
import io.heddle.model.device.Resource;
import io.heddle.scenarios.text.Columns;
import io.heddle.scenarios.wording.Numbers;
import io.heddle.scenarios.wording.Words;
import io.heddle.topology.catalogue.DeviceCatalogue;
import io.heddle.topology.yaml.Nearest;
import java.util.List;
import org.apache.commons.cli.Options;

/** {@code heddle devices}: the device catalogue, in short or one device with every limit and its source. */
final class DevicesCommand implements Command {

    private static final String USAGE = "heddle devices [DEVICE]";

    private static final List<Resource> SHOWN = List.of(
            Resource.IPV4_ROUTE,
            Resource.IPV6_ROUTE,
            Resource.IPV4_NEIGHBOR,
            Resource.FDB_ENTRY,
            Resource.OVERLAY_NEXTHOP,
            Resource.REMOTE_VTEP);

    @Override
    public int run(List<String> args, Terminal terminal) throws InputException {
        Arguments.parse(USAGE, new Options(), args).words(Math.min(args.size(), 1));
        List<DeviceProfile> all = DeviceCatalogue.builtIn().all();
        StringBuilder text = new StringBuilder();
        if (args.isEmpty()) {
            list(all, text, terminal);
        } else {
            describe(all, args.getFirst(), text, terminal);
        }
        terminal.out().print(text);
        return HOLDS;
    }

    private static void list(List<DeviceProfile> all, StringBuilder text, Terminal terminal) {
        Columns columns = Columns.of("lll" + "r".repeat(SHOWN.size()));
        String[] head = new String[3 + SHOWN.size()];
        head[0] = "device";
        head[1] = "os";
        head[2] = "profile";
        for (int i = 0; i < SHOWN.size(); i++) {
            head[3 + i] = SHOWN.get(i).toString();
        }
        columns.head(head);
        for (DeviceProfile each : all) {
            String[] row = new String[head.length];
            row[0] = each.ref().device();
            row[1] = each.ref().os();
            row[2] = each.ref().profile();
            for (int i = 0; i < SHOWN.size(); i++) {
                row[3 + i] = limit(each.limit(SHOWN.get(i)));
            }
            columns.row(row);
        }
        columns.write(text, "", terminal.style());
        text.append('\n').append("Vendors' limits hold one at a time; - means that no figure was found. ");
        text.append("`heddle devices DEVICE` gives every limit with its source.\n");
    }

    private static void describe(List<DeviceProfile> all, String device, StringBuilder text, Terminal terminal)
            throws InputException {
        List<String> names =
                all.stream().map(each -> each.ref().device()).distinct().toList();
        if (!names.contains(device)) {
            throw new InputException("no device '" + device + "'"
                    + Nearest.to(device, names)
                            .map(near -> "; did you mean " + near + "?")
                            .orElse("; `heddle devices` shows them"));
        }
        for (DeviceProfile each : all) {
            if (each.ref().device().equals(device)) {
                text.append(each.ref())
                        .append(": ")
                        .append(hardware(each.hardware()))
                        .append('\n');
                Columns columns = Columns.of("lrll");
                for (Resource resource : Resource.values()) {
                    Evidence evidence = each.evidence(resource);
                    if (!(each.limit(resource) instanceof Limit.Unknown)) {
                        columns.row(
                                resource.toString(),
                                limit(each.limit(resource)),
                                Words.of(evidence.confidence()),
                                evidence.source());
                    }
                }
                columns.write(text, "  ", terminal.style());
                text.append("  at overflow: ")
                        .append(each.overflow(Resource.IPV4_ROUTE).what())
                        .append("\n\n");
            }
        }
    }

    private static String hardware(Hardware hardware) {
        return hardware.vendor() + " " + hardware.model() + ", " + hardware.asic();
    }

    private static String limit(Limit limit) {
        return switch (limit) {
            case Limit.Entries entries -> Numbers.of(entries.count());
            case Limit.Unlimited _ -> "unlimited";
            case Limit.Unknown _ -> "-";
        };
    }
}
