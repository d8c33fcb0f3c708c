package io.heddle.controller.daemon.loop;

import io.heddle.controller.core.Change;
import io.heddle.controller.core.Effect;
import io.heddle.controller.core.Event;
import io.heddle.controller.core.State;
import io.heddle.controller.core.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Events that are kept together: one commit. Single-threaded. */
final class Batch {

    /** Who waits for an event. */
    record Ask(Event event, CompletableFuture<Step> answer) {}

    private final List<Ask> asks = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private State at;
    private int told;

    /** Begins where the last one led to. */
    Batch(State at) {
        this.at = at;
    }

    void add(Ask ask, Step step) {
        asks.add(ask);
        steps.add(step);
        step.effect(Effect.Persist.class).ifPresent(each -> changes.addAll(each.changes()));
        at = step.state();
    }

    int size() {
        return asks.size();
    }

    /** What it leads to. */
    State at() {
        return at;
    }

    List<Step> steps() {
        return steps;
    }

    List<Change> changes() {
        return changes;
    }

    /** The first of its steps: what of them may be told before they are kept has been told. */
    List<Step> told() {
        return steps.subList(0, told);
    }

    void allTold() {
        told = steps.size();
    }

    boolean isAllTold() {
        return told == steps.size();
    }

    void keptAll(Outlet outlet) {
        for (int i = 0; i < asks.size(); i++) {
            outlet.stepped(asks.get(i).event(), steps.get(i));
            asks.get(i).answer().complete(steps.get(i));
        }
    }

    void keptNone(String why) {
        asks.forEach(each -> each.answer().completeExceptionally(new NotKept(why)));
    }
}
