package io.heddle.scenarios.sweep;

import io.heddle.scenarios.result.CaseResult;
import io.heddle.scenarios.run.Progress;
import io.heddle.scenarios.run.Runner;
import io.heddle.scenarios.scenario.ScenarioCase;
import io.heddle.topology.fault.Fault;
import io.heddle.topology.fault.Outcome;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Runs the points of a sweep on all processors. */
public final class SweepRunner {

    /** Reads the case of a point. */
    @FunctionalInterface
    public interface Source {

        /** The case with these settings, or in one line why there is none. */
        Answer read(List<String> settings);
    }

    /** What a source says. */
    public sealed interface Answer {
        record Found(ScenarioCase given) implements Answer {}

        record Wrong(String why) implements Answer {}
    }

    private final Source source;

    public SweepRunner(Source source) {
        this.source = source;
    }

    /**
     * Runs points and returns their rows in the order of the points.
     *
     * @param each takes every row as soon as it is there, one after another
     */
    public List<SweepRow> run(List<List<String>> points, Consumer<SweepRow> each, Progress progress) {
        Map<Integer, SweepRow> rows = new TreeMap<>();
        Object turn = new Object();
        IntStream.range(0, points.size()).parallel().forEach(i -> {
            SweepRow row = row(points.get(i));
            synchronized (turn) {
                each.accept(row);
                rows.put(i, row);
                progress.done("points", rows.size(), points.size());
            }
        });
        return List.copyOf(rows.values());
    }

    private SweepRow row(List<String> settings) {
        return switch (source.read(settings)) {
            case Answer.Wrong(String why) -> SweepRow.refused(settings, why);
            case Answer.Found(ScenarioCase given) ->
                switch (Runner.run(given)) {
                    case Outcome.Made<CaseResult>(CaseResult result) -> SweepRow.of(settings, result);
                    case Outcome.Refused<CaseResult>(List<Fault> faults) -> SweepRow.refused(settings, faults);
                };
        };
    }
}
