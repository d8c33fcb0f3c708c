package io.heddle.bgp.rib;

import io.heddle.bgp.attribute.AttributeSet;
import java.util.List;

/**
 * Why a destination's routes are as they are.
 *
 * @param paths everything received or originated, in order of source
 * @param sent what becomes of the best path towards each peer that is up, in order of peer
 */
public record Explanation(List<Judged> paths, List<Towards> sent) {

    public Explanation {
        paths = List.copyOf(paths);
        sent = List.copyOf(sent);
    }

    /**
     * A path.
     *
     * @param attributes as received
     * @param verdict in words: best, in the ECMP group, with its weight where traffic is shared unequally, why not, or why import refused it
     */
    public record Judged(RouteSource source, AttributeSet attributes, String verdict) {}

    /**
     * A peer.
     *
     * @param verdict in words: with what it is sent, or why not
     */
    public record Towards(RouteSource peer, String verdict) {}
}
