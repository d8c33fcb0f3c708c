package io.heddle.topology.graph;

import java.util.List;

/**
 * What a network consists of. Networks with equal members share one view.
 *
 * @param scopes the networks seen, at least one, all in band or all out of band
 * @param switches those that may carry it: all in-band ones or all out-of-band ones; whether by trunk, VXLAN or routing is the
 *     design's choice
 * @param members in the fabric's order
 * @param exits external routers reached by it; none for out-of-band and provisioning networks
 */
public record NetworkView(List<Scope> scopes, CableGraph switches, List<Member> members, List<Member> exits) {
    public NetworkView {
        scopes = List.copyOf(scopes);
        members = List.copyOf(members);
        exits = List.copyOf(exits);
    }

    public boolean outOfBand() {
        return scopes.getFirst().outOfBand();
    }
}
