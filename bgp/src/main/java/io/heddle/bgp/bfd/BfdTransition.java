package io.heddle.bgp.bfd;

import java.util.List;

/**
 * A step of the machine.
 *
 * @param reason what happened, for people; never empty
 */
public record BfdTransition(BfdSession session, List<BfdEffect> effects, String reason) {

    public BfdTransition {
        effects = List.copyOf(effects);
        if (reason.isEmpty()) {
            throw new IllegalArgumentException("a transition without reason");
        }
    }
}
