package io.heddle.bgp.policy;

import io.heddle.bgp.attribute.PathAttributes;

/** What a policy made of a route; {@code term} names the deciding term, or {@code otherwise}. */
public sealed interface PolicyOutcome {

    String term();

    /**
     * Accepted.
     *
     * @param medSet the policy itself set the MED, so that it may leave the AS
     */
    record Accepted(String term, PathAttributes attributes, boolean medSet) implements PolicyOutcome {}

    record Rejected(String term) implements PolicyOutcome {}
}
