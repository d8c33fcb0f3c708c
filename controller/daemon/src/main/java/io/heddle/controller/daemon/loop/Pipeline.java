package io.heddle.controller.daemon.loop;

import io.heddle.controller.core.Controller;
import io.heddle.controller.core.State;
import io.heddle.controller.core.Step;
import io.heddle.controller.store.Store;
import io.heddle.controller.store.StoreException;
import io.heddle.model.agent.AgentReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Events on their way: stepped, told ahead where that may be, kept, shown. One batch is with the store, which writes on a thread of its own, and
 * one gathers meanwhile. Called by the loop's thread alone.
 */
final class Pipeline {

    /** Events in a batch at most. */
    private static final int BATCH = 512;

    /** More changes than this are not told before they are kept: telling them twice would cost more than the store does. */
    private static final int AHEAD = 64;

    private final Controller controller;
    private final Store store;
    private final Outlet outlet;
    private final Runnable done;
    private final Consumer<Throwable> faults;
    private final LongSupplier nanos;
    private final Wants wants;
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("store").factory());
    private volatile State state = State.EMPTY;
    private @Nullable Batch writing;
    private CompletableFuture<Void> commit = CompletableFuture.completedFuture(null);
    private Batch open = new Batch(State.EMPTY);
    /** The store took what it was given last: what it is given next may be told at once. */
    private boolean trusted = true;

    /** @param done called on the store's thread when a commit has ended, one way or the other */
    Pipeline(
            Controller controller,
            Store store,
            Outlet outlet,
            Runnable done,
            Consumer<Throwable> faults,
            LongSupplier nanos) {
        this.controller = controller;
        this.store = store;
        this.outlet = outlet;
        this.done = done;
        this.faults = faults;
        this.nanos = nanos;
        wants = new Wants(outlet);
    }

    /** The latest state that is kept; by any thread. */
    State state() {
        return state;
    }

    /** Begins anew with a state that the store has. Nothing may be on its way. What was told ahead and not kept stays told for a while. */
    void begin(State kept) {
        state = kept;
        open = new Batch(kept);
        wants.all(kept, nanos.getAsLong());
    }

    /** Takes over what another replica wrote. Nothing may be on its way. */
    void follow(Step step) {
        state = step.state();
        open = new Batch(state);
        wants.of(state, List.of(step), List.of());
    }

    /** Steps an event; waits for the store where too many gather. */
    Optional<String> step(Batch.Ask ask) throws InterruptedException {
        Optional<String> trouble = open.size() >= BATCH ? flush() : Optional.empty();
        if (trouble.isPresent()) {
            ask.answer().completeExceptionally(new NotKept(trouble.get()));
            return trouble;
        }
        try {
            open.add(ask, controller.on(open.at(), ask.event()));
        } catch (RuntimeException e) {
            faults.accept(e);
            ask.answer().completeExceptionally(e);
        }
        return Optional.empty();
    }

    /** An agent reports: which of its pods are gone is heard though it may not be kept. */
    void heard(AgentReport report, String identity) {
        wants.heard(state, report, identity);
    }

    /** Takes back what was told long ago and never kept. */
    void look() {
        wants.at(state, nanos.getAsLong());
    }

    /** Lets out what may be told of what is stepped, and hands it to the store if that is free. */
    void keep() {
        tellAhead();
        if (writing != null || open.size() == 0) {
            return;
        }
        Batch next = open;
        open = new Batch(next.at());
        if (next.changes().isEmpty()) {
            show(next);
            return;
        }
        writing = next;
        CompletableFuture<Void> answer = new CompletableFuture<>();
        commit = answer;
        writer.execute(() -> {
            try {
                store.commit(next.at().revision(), next.changes());
                answer.complete(null);
            } catch (StoreException | RuntimeException | Error e) {
                // An error too, a class that is missing or memory that is short: the loop waits for an answer.
                answer.completeExceptionally(e);
            }
            done.run();
        });
    }

    private void tellAhead() {
        if (!trusted || open.isAllTold()) {
            return;
        }
        List<Batch> batches = writing == null ? List.of(open) : List.of(writing, open);
        if (batches.stream().mapToInt(each -> each.changes().size()).sum() <= AHEAD) {
            wants.ahead(
                    state,
                    batches.stream().flatMap(each -> each.steps().stream()).toList());
            batches.forEach(Batch::allTold);
        }
    }

    /** Everything stepped is kept, or turned down: why the latter, if so. */
    Optional<String> flush() throws InterruptedException {
        keep();
        Optional<String> trouble = Optional.empty();
        while (writing != null && trouble.isEmpty()) {
            trouble = finish();
            keep();
        }
        return trouble;
    }

    /** Takes in what came of a commit that has ended, if one has. */
    Optional<String> finishEnded() throws InterruptedException {
        return commit.isDone() ? finish() : Optional.empty();
    }

    private Optional<String> finish() throws InterruptedException {
        Batch ended = writing;
        if (ended == null) {
            return Optional.empty();
        }
        writing = null;
        try {
            commit.get();
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            trusted = false;
            String trouble = String.valueOf(cause.getMessage());
            if (!(cause instanceof StoreException)) {
                faults.accept(e);
                trouble = cause.toString();
            }
            List<Step> told = new ArrayList<>(ended.told());
            told.addAll(open.told());
            wants.failed(state, told);
            ended.keptNone(trouble);
            open.keptNone(trouble);
            open = new Batch(state);
            return Optional.of(trouble);
        }
        trusted = true;
        show(ended);
        return Optional.empty();
    }

    private void show(Batch kept) {
        state = kept.at();
        wants.of(state, kept.steps(), open.told());
        if (!kept.changes().isEmpty()) {
            store.committed(state);
        }
        kept.keptAll(outlet);
    }

    /** After the last {@link #flush}. */
    void close() {
        writer.close();
    }
}
