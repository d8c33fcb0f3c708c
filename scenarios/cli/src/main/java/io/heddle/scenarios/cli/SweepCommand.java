package io.heddle.scenarios.cli;

import io.heddle.scenarios.html.SweepReport;
import io.heddle.scenarios.scenario.Scenario;
import io.heddle.scenarios.sweep.Axis;
import io.heddle.scenarios.sweep.Grid;
import io.heddle.scenarios.sweep.SweepRow;
import io.heddle.scenarios.sweep.SweepRunner;
import io.heddle.scenarios.text.SweepText;
import io.heddle.topology.yaml.Setting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.cli.Options;

/** {@code heddle sweep}: one scenario at many settings. */
final class SweepCommand implements Command {

    private static final String USAGE = "heddle sweep NAME|FILE --vary path=VALUES... [--sample K] [--seed N]"
            + " [--results FILE] [--csv FILE] [--html FILE] [--case NAME] [--set path=value]...";

    private static final Options OPTIONS = new Options()
            .addOption(Arguments.set())
            .addOption(Arguments.valued("case", "the name of a case"))
            .addOption(Arguments.valued("vary", "a setting and its values"))
            .addOption(Arguments.valued("sample", "a number"))
            .addOption(Arguments.valued("seed", "a number"))
            .addOption(Arguments.valued("results", "a file"))
            .addOption(Arguments.valued("csv", "a file"))
            .addOption(Arguments.valued("html", "a file"));

    @Override
    public int run(List<String> args, Terminal terminal) throws InputException {
        Arguments given = Arguments.parse(USAGE, OPTIONS, args);
        String name = given.words(1).getFirst();
        Scenario scenario = ScenarioSource.find(name, given.settings());
        List<List<String>> points = points(given);
        Map<List<String>, SweepRow> rows = new HashMap<>();
        try (SweepFile file = SweepFile.open(given.value("results"))) {
            file.rows().forEach(row -> rows.put(row.settings(), row));
            List<List<String>> left =
                    points.stream().filter(each -> !rows.containsKey(each)).toList();
            if (left.size() < points.size()) {
                terminal.err()
                        .println((points.size() - left.size()) + " of " + points.size() + " points are there already");
            }
            ProgressLine progress = ProgressLine.of(terminal, "sweep");
            SweepRunner runner = new SweepRunner(settings -> read(name, given, settings));
            runner.run(left, file::append, progress).forEach(row -> rows.put(row.settings(), row));
            progress.clear();
        }
        List<SweepRow> ordered = new ArrayList<>();
        for (List<String> each : points) {
            Optional.ofNullable(rows.get(each)).ifPresent(ordered::add);
        }
        terminal.out().print(SweepText.of(ordered, terminal.style()));
        if (given.value("csv").isPresent()) {
            OutputFile.write(OutputFile.named(given.value("csv").get()), SweepText.csv(ordered));
        }
        if (given.value("html").isPresent()) {
            OutputFile.write(
                    OutputFile.named(given.value("html").get()), SweepReport.render(scenario.title(), ordered));
        }
        return HOLDS;
    }

    private static List<List<String>> points(Arguments given) throws InputException {
        List<Axis> axes = new ArrayList<>();
        try {
            for (String each : given.values("vary")) {
                axes.add(Axis.parse(each));
            }
            if (axes.isEmpty()) {
                throw new InputException("--vary is missing\nusage: " + USAGE);
            }
            Grid grid = new Grid(axes);
            Optional<Integer> sample = given.number("sample", 1);
            return sample.isPresent()
                    ? grid.sample(sample.get(), given.number("seed", 0).orElse(1))
                    : grid.points();
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new InputException("--vary " + e.getMessage());
        }
    }

    private static SweepRunner.Answer read(String name, Arguments given, List<String> settings) {
        try {
            List<Setting> all = new ArrayList<>(given.settings());
            settings.forEach(each -> all.add(Setting.parse(each)));
            return new SweepRunner.Answer.Found(CaseRun.choose(ScenarioSource.find(name, all), given.value("case")));
        } catch (InputException e) {
            return new SweepRunner.Answer.Wrong(
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }
}
