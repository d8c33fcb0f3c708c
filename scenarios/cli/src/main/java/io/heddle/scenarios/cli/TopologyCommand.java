package io.heddle.scenarios.cli;

import io.heddle.model.fabric.Fabric;
import io.heddle.scenarios.html.TopologyReport;
import io.heddle.scenarios.result.CaseResult;
import io.heddle.scenarios.text.TopologyText;
import io.heddle.topology.export.CsvTable;
import io.heddle.topology.export.Exports;
import java.util.List;
import org.apache.commons.cli.Options;

/** {@code heddle topology}: what is plugged into what, what is wrong with it, and who loses what. */
final class TopologyCommand implements Command {

    private static final String USAGE =
            "heddle topology NAME|FILE [--case NAME] [--set path=value]... [--html FILE] [--csv DIR]";

    private static final Options OPTIONS = new Options()
            .addOption(Arguments.set())
            .addOption(Arguments.valued("case", "the name of a case"))
            .addOption(Arguments.valued("html", "the name of a file"))
            .addOption(Arguments.valued("csv", "the name of a directory"));

    @Override
    public int run(List<String> args, Terminal terminal) throws InputException {
        Arguments given = Arguments.parse(USAGE, OPTIONS, args);
        CaseResult result = CaseRun.atRest(
                CaseRun.choose(ScenarioSource.find(given.words(1).getFirst(), given.settings()), given.value("case")));
        Fabric fabric = result.fabric();
        terminal.out().print(TopologyText.of(result, terminal.style()));
        if (given.value("html").isPresent()) {
            String page = TopologyReport.render(result.given().name(), fabric, result.findings(), result.losses());
            OutputFile.write(OutputFile.named(given.value("html").get()), page);
        }
        if (given.value("csv").isPresent()) {
            List<CsvTable> tables =
                    result.solved().map(solved -> Exports.of(solved.plan())).orElseGet(() -> Exports.of(fabric));
            for (CsvTable each : tables) {
                OutputFile.write(OutputFile.named(given.value("csv").get()).resolve(each.name() + ".csv"), each.text());
            }
        }
        return HOLDS;
    }
}
