package io.heddle.controller.daemon.loop;

import io.heddle.controller.core.Change;
import io.heddle.controller.core.Controller;
import io.heddle.controller.core.Event;
import io.heddle.controller.core.State;
import io.heddle.controller.core.Step;
import io.heddle.controller.core.layout.Layout;
import io.heddle.controller.store.Kept;
import io.heddle.controller.store.Replication;
import io.heddle.controller.store.Store;
import io.heddle.controller.store.StoreException;
import io.heddle.model.agent.AgentReport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Runs a {@link Controller} on one thread, over a store that writes on another. */
public final class ControllerLoop implements Replication, AutoCloseable {

    /** Taken out of the queue at a time, at most. */
    private static final int ROUND = 512;

    /** More waiting events than this are turned down: agents come again. */
    private static final int MOST_WAITING = 100_000;

    private static final long RETRY_MILLIS = 1_000;

    /** What waits for the thread. */
    private sealed interface Work {
        record Asked(Batch.Ask ask) implements Work {}

        /** The store has ended a commit, one way or the other. */
        record Done() implements Work {}

        record Written(long after, long revision, List<Change> changes) implements Work {}

        record Leads(boolean mine, String leader, long term) implements Work {}

        record Lost(String reason) implements Work {}

        record Stop() implements Work {}
    }

    private final Controller controller;
    private final Store store;
    private final Outlet outlet;
    private final BlockingQueue<Work> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Pipeline pipeline;
    private final Thread thread;
    private volatile boolean leading;
    private volatile String trouble = "not started";
    private volatile String leader = "";
    private long term;

    /**
     * Makes a loop that is not started.
     *
     * @param leading whether this replica may write before it hears otherwise: true where it is the only one
     * @param faults told of programming errors; the loop goes on
     * @param nanos a clock that never goes back
     */
    public ControllerLoop(
            Controller controller,
            Store store,
            Outlet outlet,
            boolean leading,
            Consumer<Throwable> faults,
            LongSupplier nanos) {
        this.controller = controller;
        this.store = store;
        this.outlet = outlet;
        this.leading = leading;
        pipeline = new Pipeline(controller, store, outlet, () -> add(new Work.Done()), faults, nanos);
        thread = Thread.ofPlatform().name("controller").unstarted(this::run);
    }

    /** Reads the store, then starts; switches are told on this thread before it returns. */
    public void start(Layout layout) throws StoreException {
        load(store.load(), layout);
        trouble = "";
        thread.start();
    }

    private void load(Kept kept, Layout layout) {
        State read = state().over(kept.state());
        State at = leading ? read.askingWhole() : read;
        pipeline.begin(controller.on(at, new Event.Configured(layout)).state());
    }

    /** The latest state that is kept. */
    public State state() {
        return pipeline.state();
    }

    /** Why nothing can be kept here now; empty if it can. */
    public String trouble() {
        return trouble.isEmpty() && !leading ? (leader.isEmpty() ? "nobody leads" : leader + " leads") : trouble;
    }

    /** Whether this replica reads the store's truth, be it as leader or not. */
    public boolean isReady() {
        return trouble.isEmpty();
    }

    /** Completes with the step when what it changed is kept; fails with {@link NotKept}. */
    public CompletionStage<Step> submit(Event event) {
        CompletableFuture<Step> answer = new CompletableFuture<>();
        if (!waiting.offer(new Work.Asked(new Batch.Ask(event, answer)))) {
            answer.completeExceptionally(new NotKept(MOST_WAITING + " events wait already"));
        }
        return answer;
    }

    @Override
    public void written(long after, long revision, List<Change> changes) {
        add(new Work.Written(after, revision, changes));
    }

    @Override
    public void leads(boolean mine, String name, long number) {
        add(new Work.Leads(mine, name, number));
    }

    @Override
    public void lost(String reason) {
        add(new Work.Lost(reason));
    }

    private void add(Work work) {
        try {
            waiting.put(work);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (true) {
                Work first = trouble.isEmpty() ? waiting.take() : waiting.poll(RETRY_MILLIS, TimeUnit.MILLISECONDS);
                List<Work> batch = new ArrayList<>();
                if (first != null) {
                    batch.add(first);
                    waiting.drainTo(batch, ROUND - 1);
                }
                if (!round(batch)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean round(List<Work> batch) throws InterruptedException {
        if (!trouble.isEmpty()) {
            recover();
        }
        for (Work work : batch) {
            switch (work) {
                case Work.Asked(Batch.Ask ask) -> step(ask);
                case Work.Done _ -> pipeline.finishEnded().ifPresent(this::fail);
                case Work.Written(long after, long revision, List<Change> changes) -> {
                    flush();
                    follow(after, revision, changes);
                }
                case Work.Leads(boolean mine, String name, long number) -> {
                    flush();
                    lead(mine, name, number);
                }
                case Work.Lost(String reason) -> {
                    flush();
                    fail(reason);
                }
                case Work.Stop _ -> {
                    flush();
                    return false;
                }
            }
        }
        pipeline.keep();
        pipeline.look();
        return true;
    }

    private void flush() throws InterruptedException {
        pipeline.flush().ifPresent(this::fail);
    }

    private void step(Batch.Ask ask) throws InterruptedException {
        if (ask.event() instanceof Event.AgentReported(AgentReport report, String identity)) {
            pipeline.heard(report, identity);
        }
        String why = trouble();
        if (!why.isEmpty() && !isLocal(ask.event())) {
            ask.answer().completeExceptionally(new NotKept(why));
            return;
        }
        pipeline.step(ask).ifPresent(this::fail);
    }

    /** Events that leave the store alone. */
    private static boolean isLocal(Event event) {
        return event instanceof Event.SwitchUp
                || event instanceof Event.SwitchDown
                || event instanceof Event.TableUseSeen
                || event instanceof Event.Configured;
    }

    private void follow(long after, long revision, List<Change> changes) {
        if (revision <= state().revision()) {
            return; // written by this replica, or read with the store
        }
        if (after != state().revision()) {
            fail("revision " + revision + " follows " + after + ", not " + state().revision());
            recover();
            return;
        }
        pipeline.follow(controller.follow(state(), changes, revision));
        outlet.written(revision, changes);
    }

    private void lead(boolean mine, String name, long number) {
        leader = name;
        leading = mine;
        term = number;
        if (mine) {
            // What the last one wrote may not have come here yet.
            fail("takes over");
            recover();
        } else {
            outlet.leads(0);
        }
    }

    private void fail(String reason) {
        trouble = reason;
        outlet.trouble(reason);
    }

    private void recover() {
        try {
            Kept kept = store.load();
            trouble = "";
            outlet.trouble("");
            load(kept, state().layout());
            outlet.leads(leading ? term : 0);
        } catch (StoreException e) {
            fail(String.valueOf(e.getMessage()));
        }
    }

    /** Ends the thread; what waits is turned down. The store is the caller's to close. */
    @Override
    public void close() {
        if (thread.isAlive()) {
            add(new Work.Stop());
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        List<Work> rest = new ArrayList<>();
        waiting.drainTo(rest);
        for (Work each : rest) {
            if (each instanceof Work.Asked(Batch.Ask ask)) {
                ask.answer().completeExceptionally(new NotKept("the controller stops"));
            }
        }
        pipeline.close();
    }
}
