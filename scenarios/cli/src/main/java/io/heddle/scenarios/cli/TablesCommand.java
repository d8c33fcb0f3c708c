package io.heddle.scenarios.cli;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Switch;
import io.heddle.model.net.IpAddress;
import io.heddle.model.tables.FdbEntry;
import io.heddle.model.tables.FloodEntry;
import io.heddle.model.tables.NeighborEntry;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.SwitchTables;
import io.heddle.scenarios.result.Solved;
import io.heddle.scenarios.scenario.Scenario;
import io.heddle.scenarios.text.EntryText;
import io.heddle.scenarios.wording.Numbers;
import io.heddle.topology.yaml.Nearest;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.Options;

/** {@code heddle tables}: every entry that one switch holds, a line each. */
final class TablesCommand implements Command {

    private static final String USAGE = "heddle tables NAME|FILE SWITCH [--case NAME] [--set path=value]...";

    private static final Options OPTIONS =
            new Options().addOption(Arguments.set()).addOption(Arguments.valued("case", "the name of a case"));

    @Override
    public int run(List<String> args, Terminal terminal) throws InputException {
        Arguments given = Arguments.parse(USAGE, OPTIONS, args);
        List<String> words = given.words(2);
        Scenario scenario = ScenarioSource.find(words.getFirst(), given.settings());
        Solved solved = CaseRun.solved(CaseRun.atRest(CaseRun.choose(scenario, given.value("case"))));
        write(find(solved, words.getLast()), terminal.out());
        return HOLDS;
    }

    private static SwitchTables find(Solved solved, String name) throws InputException {
        List<String> names = solved.plan().fabric().switches().stream()
                .map(Switch::name)
                .map(DeviceName::value)
                .toList();
        Optional<SwitchTables> tables =
                names.contains(name) ? solved.state().tables(DeviceName.of(name)) : Optional.empty();
        return tables.orElseThrow(() -> new InputException("no switch '" + name + "'"
                + Nearest.to(name, names)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("; `heddle topology` shows the fabric")));
    }

    private static void write(SwitchTables tables, PrintStream out) {
        List<RouteEntry> routes = tables.routes().sorted().toList();
        List<NeighborEntry> neighbors = tables.neighbors().sorted().toList();
        List<FdbEntry> macs = tables.macs().sorted().toList();
        List<FloodEntry> flood = tables.floodList().sorted().toList();
        List<IpAddress> vteps = tables.remoteVteps().toList();
        out.println(tables.device());
        title(out, "routes", routes.size());
        routes.forEach(each -> out.println("  " + EntryText.of(each)));
        title(out, "neighbours", neighbors.size());
        neighbors.forEach(each -> out.println("  " + EntryText.of(each)));
        title(out, "MAC addresses", macs.size());
        macs.forEach(each -> out.println("  " + EntryText.of(each)));
        title(out, "flood list", flood.size());
        flood.forEach(each -> out.println("  " + EntryText.of(each)));
        title(out, "remote VTEPs", vteps.size());
        vteps.forEach(each -> out.println("  " + each));
    }

    private static void title(PrintStream out, String what, int count) {
        out.println();
        out.println(what + ": " + Numbers.of(count));
    }
}
