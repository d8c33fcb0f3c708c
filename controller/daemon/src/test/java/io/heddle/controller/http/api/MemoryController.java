package io.heddle.controller.http.api;

import io.heddle.controller.core.Controller;
import io.heddle.controller.core.Demand;
import io.heddle.controller.core.Event;
import io.heddle.controller.core.Judge;
import io.heddle.controller.core.Judgement;
import io.heddle.controller.core.State;
import io.heddle.controller.core.Step;
import io.heddle.controller.http.watch.WatchLog;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The controller's core with a store in memory. */
public final class MemoryController implements Northbound {

    public final WatchLog log = new WatchLog(1_000, 1 << 20, 0);
    private final Controller core = new Controller(Judge.LENIENT);
    private final Feed feed = new Feed(log);
    private volatile State state = State.EMPTY;
    private volatile List<String> notReady = List.of();
    private volatile boolean writes = true;
    private volatile CompletableFuture<Void> stored = CompletableFuture.completedFuture(null);
    private volatile List<Drift> drift = List.of();

    public MemoryController(int nodes) {
        tell(new Event.Configured(SmallFabric.of(nodes)));
    }

    public synchronized Step tell(Event event) {
        Step step = core.on(state, event);
        state = step.state();
        feed.stepped(event, step);
        return step;
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public CompletionStage<Step> submit(Event event) {
        if (!writes) {
            return CompletableFuture.failedFuture(new NotWriting("replica b writes"));
        }
        Step step = tell(event);
        return stored.thenApply(_ -> step);
    }

    @Override
    public CompletionStage<Judgement> couldHold(Demand demand) {
        return CompletableFuture.completedFuture(Judge.LENIENT.judge(state, demand));
    }

    @Override
    public List<Drift> drift() {
        return drift;
    }

    @Override
    public List<String> notReady() {
        return notReady;
    }

    public void setNotReady(List<String> reasons) {
        notReady = reasons;
    }

    public void setDrift(List<Drift> found) {
        drift = found;
    }

    public void setWrites(boolean next) {
        writes = next;
    }

    /** From now on nothing is stored until the answer is completed. */
    public CompletableFuture<Void> hold() {
        CompletableFuture<Void> held = new CompletableFuture<>();
        stored = held;
        return held;
    }
}
