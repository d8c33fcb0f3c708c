package io.heddle.controller.http.api;

import io.heddle.controller.core.Demand;
import io.heddle.controller.core.Event;
import io.heddle.controller.core.Judgement;
import io.heddle.controller.core.State;
import io.heddle.controller.core.Step;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The controller, as its API sees it. Called on any thread; nothing here waits. */
public interface Northbound {

    /** All it knows now. */
    State state();

    /**
     * Tells it what happened. Completes when what the step changes is in the store, with the step; exceptionally with {@link NotWriting}
     * where another replica writes or the store does not take it.
     */
    CompletionStage<Step> submit(Event event);

    /** Whether every switch could hold something more, which is not done. Fails like {@link #submit} where too many ask at once. */
    CompletionStage<Judgement> couldHold(Demand demand);

    /** Switches that cannot be told anything, were not told all yet, or do not hold what they should. */
    List<Drift> drift();

    /** Why it is not ready for traffic; none when it is. */
    List<String> notReady();
}
