package io.heddle.bgp.session;

import java.util.List;

/**
 * A step of the machine.
 *
 * @param reason what happened, for logs and people; never empty
 */
public record Transition(Session session, List<Effect> effects, String reason) {

    public Transition {
        effects = List.copyOf(effects);
        if (reason.isEmpty()) {
            throw new IllegalArgumentException("a transition without reason");
        }
    }
}
