package io.heddle.topology.design;

import java.util.Set;

/**
 * Routers of two roles peer. A rule that names {@link Role#BORDER_LEAF} takes precedence, for border leafs, over one that names
 * {@link Role#LEAF}.
 *
 * @param lower the role nearer to the nodes; both may be {@link Role#LEAF}, over {@link Over#PEER_LINK}
 * @param lowerSide how the lower router sees the session
 */
public record SessionRule(
        Role lower,
        Role upper,
        Over over,
        Set<SessionFamily> families,
        SessionSide lowerSide,
        SessionSide upperSide,
        boolean bfd) {

    public SessionRule {
        families = Set.copyOf(families);
    }

    public boolean joins(Role one, Role other) {
        return lower == one && upper == other;
    }
}
