package io.heddle.bgp.propagation;

import io.heddle.bgp.attribute.PathAttributes;

/** A route let through, as it looks on the other side, or stopped with the reason. */
public sealed interface Passage {

    record Passed(PathAttributes attributes) implements Passage {}

    /**
     * Stopped.
     *
     * @param reason what stopped it, with the RFC section or the policy term
     */
    record Stopped(String reason) implements Passage {}
}
