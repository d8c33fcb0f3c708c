package io.heddle.scenarios.sweep;

import io.heddle.scenarios.result.CaseResult;
import io.heddle.scenarios.run.Progress;
import io.heddle.scenarios.run.Runner;
import io.heddle.scenarios.scenario.ScenarioCase;
import io.heddle.topology.fault.Fault;
import io.heddle.topology.fault.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Runs the points of a sweep on all processors. */
public final class SweepRunner {

    /** Of the order in which points are run: any will do, and a sweep taken up again should have the same. */
    private static final long ORDER = 1;

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
     * Runs points, shuffled, so that the time the first ones took says something about the rest: in order, the large ones come last.
     *
     * @param each takes every row as soon as it is there, one after another
     */
    public void run(List<List<String>> points, Consumer<SweepRow> each, Progress progress) {
        List<List<String>> shuffled = new ArrayList<>(points);
        Collections.shuffle(shuffled, new Random(ORDER));
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        Runnable worker = () -> {
            for (int i = next.getAndIncrement(); i < shuffled.size(); i = next.getAndIncrement()) {
                SweepRow row = row(shuffled.get(i));
                synchronized (done) {
                    each.accept(row);
                    progress.done("points", done.incrementAndGet(), shuffled.size());
                }
            }
        };
        int threads = Runtime.getRuntime().availableProcessors();
        // Threads of their own: in the pool that a run itself uses, one run would wait inside another.
        try (var pool = Executors.newFixedThreadPool(threads)) {
            List<CompletableFuture<?>> workers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                workers.add(CompletableFuture.runAsync(worker, pool).whenComplete((_, failure) -> {
                    if (failure != null) {
                        next.set(shuffled.size());
                    }
                }));
            }
            CompletableFuture.allOf(workers.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException inside -> throw inside;
                case Error inside -> throw inside;
                case null, default -> throw e;
            }
        }
    }

    private SweepRow row(List<String> settings) {
        return switch (source.read(settings)) {
            case Answer.Wrong(String why) -> SweepRow.refused(settings, why);
            case Answer.Found(ScenarioCase given) ->
                switch (Runner.run(given.withoutCapacity())) {
                    case Outcome.Made<CaseResult>(CaseResult result) -> SweepRow.of(settings, result);
                    case Outcome.Refused<CaseResult>(List<Fault> faults) ->
                        SweepRow.refused(settings, faults.getFirst().toString());
                };
        };
    }
}
