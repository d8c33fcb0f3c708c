package io.heddle.topology.plan;

import io.heddle.topology.design.Over;
import io.heddle.topology.design.Role;
import io.heddle.topology.design.SessionRule;
import io.heddle.topology.design.Underlay;
import io.heddle.topology.wiring.Tier;

/** What a cable is for under a design. */
enum CableUse {
    /** A routed link. */
    ROUTED,
    /** Part of a bridge. */
    BRIDGED,
    /** Plugged, and not configured. */
    UNUSED;

    /** Both ends agree, whichever is asked. */
    static CableUse of(Draft draft, int device, int peer) {
        Tier a = draft.tier(device);
        Tier b = draft.tier(peer);
        if (a == Tier.OUT_OF_BAND || b == Tier.OUT_OF_BAND) {
            return BRIDGED;
        }
        boolean routed = draft.design().underlay() == Underlay.ROUTED;
        if (a == Tier.NODE || b == Tier.NODE) {
            return draft.isLayer3(a == Tier.NODE ? device : peer) ? (routed ? ROUTED : UNUSED) : BRIDGED;
        }
        if (!routed) {
            return a == Tier.EXTERNAL || b == Tier.EXTERNAL ? UNUSED : BRIDGED;
        }
        if (a != b) {
            return ROUTED;
        }
        return a == Tier.LEAF ? betweenLeafs(draft, device, peer) : UNUSED;
    }

    private static CableUse betweenLeafs(Draft draft, int leaf, int peer) {
        boolean bridge =
                draft.mlagPeer(leaf) == peer && !draft.nodeNetworks(leaf).isEmpty();
        boolean session = draft.design()
                .session(Role.LEAF, Role.LEAF)
                .map(SessionRule::over)
                .filter(Over.PEER_LINK::equals)
                .isPresent();
        if (bridge) {
            return BRIDGED;
        }
        return session ? ROUTED : draft.mlagPeer(leaf) == peer ? BRIDGED : UNUSED;
    }
}
