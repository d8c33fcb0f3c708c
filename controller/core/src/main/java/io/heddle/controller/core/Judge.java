package io.heddle.controller.core;

/**
 * Says whether the fabric can hold something before it is let in. The daemon's computes tables; the core only asks. Called for every
 * report, so it answers from what is computed already. What it says is kept with the pod or grant: a replay never asks.
 */
@FunctionalInterface
public interface Judge {

    /** For fabrics whose switches have no known limits. */
    Judge LENIENT = (_, _) -> Judgement.FITS;

    /**
     * Answers one demand.
     *
     * @param state before the demand is met
     */
    Judgement judge(State state, Demand demand);
}
