package io.heddle.scenarios.cli;

import io.heddle.scenarios.html.SweepReport;
import io.heddle.scenarios.sweep.Axis;
import io.heddle.scenarios.sweep.Grid;
import io.heddle.scenarios.sweep.SweepHead;
import io.heddle.scenarios.sweep.SweepRow;
import io.heddle.scenarios.sweep.SweepRunner;
import io.heddle.scenarios.text.SweepText;
import io.heddle.scenarios.wording.Numbers;
import io.heddle.topology.yaml.Setting;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.cli.Options;

/** {@code heddle sweep}: scenarios at many settings. */
final class SweepCommand implements Command {

    private static final String USAGE = "heddle sweep NAME|FILE... --vary path=VALUES... [--sample K] [--seed N]"
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
        List<String> names = given.someWords();
        List<List<String>> points = points(names, given);
        SweepSource source = new SweepSource(names, given.value("case"), given.settings());
        Map<List<String>, SweepRow> rows = new HashMap<>();
        try (SweepFile file = file(given, source)) {
            file.rows().forEach(row -> rows.put(row.settings(), row));
            List<List<String>> left =
                    points.stream().filter(each -> !rows.containsKey(each)).toList();
            if (left.size() < points.size()) {
                terminal.err()
                        .println(Numbers.of(points.size() - left.size()) + " of "
                                + Numbers.counted(points.size(), "point") + " are there already");
            }
            ProgressLine progress = ProgressLine.of(terminal, "sweep");
            new SweepRunner(source)
                    .run(
                            left,
                            row -> {
                                rows.put(row.settings(), row);
                                file.append(row);
                            },
                            progress);
            progress.clear();
        } catch (UncheckedIOException e) {
            throw new InputException("cannot write results: " + e.getMessage());
        }
        List<SweepRow> ordered =
                points.stream().map(rows::get).map(Objects::requireNonNull).toList();
        return tell(ordered, String.join(", ", names), given, terminal);
    }

    private static int tell(List<SweepRow> rows, String title, Arguments given, Terminal terminal)
            throws InputException {
        Optional<SweepRow> built =
                rows.stream().filter(each -> each.why().isEmpty()).findFirst();
        if (built.isEmpty()) {
            throw new InputException("none of " + Numbers.counted(rows.size(), "point") + " can be built; the first: "
                    + rows.getFirst().why());
        }
        terminal.out().print(SweepText.of(rows, terminal.style()));
        if (given.value("csv").isPresent()) {
            OutputFile.write(OutputFile.named(given.value("csv").get()), SweepText.csv(rows));
        }
        if (given.value("html").isPresent()) {
            OutputFile.write(OutputFile.named(given.value("html").get()), SweepReport.render(title, rows));
        }
        return HOLDS;
    }

    private static SweepFile file(Arguments given, SweepSource source) throws InputException {
        Optional<String> name = given.value("results");
        SweepHead head = source.head();
        return name.isPresent() ? SweepFile.open(OutputFile.named(name.get()), head) : SweepFile.none();
    }

    private static List<List<String>> points(List<String> names, Arguments given) throws InputException {
        if (given.values("vary").isEmpty()) {
            throw new InputException("--vary is missing\nusage: " + USAGE);
        }
        try {
            List<Axis> axes = new ArrayList<>();
            if (names.size() > 1) {
                axes.add(new Axis(SweepSource.SCENARIO, names));
            }
            for (String each : given.values("vary")) {
                axes.add(Axis.parse(each));
            }
            for (Setting each : given.settings()) {
                if (axes.stream().anyMatch(axis -> each.text().startsWith(axis.path() + "="))) {
                    throw new IllegalArgumentException("is given for what --set sets: " + each);
                }
            }
            Grid grid = new Grid(axes);
            Optional<Integer> sample = given.number("sample", 1);
            return sample.isPresent()
                    ? grid.sample(sample.get(), given.number("seed", 0).orElse(1))
                    : grid.points();
        } catch (IllegalArgumentException e) {
            throw new InputException("--vary " + e.getMessage());
        }
    }
}
