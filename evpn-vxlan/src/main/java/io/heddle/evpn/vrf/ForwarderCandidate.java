package io.heddle.evpn.vrf;

import io.heddle.evpn.community.EvpnCommunity.DfElection;
import io.heddle.model.net.IpAddress;

/** A VTEP that takes part in an election, by its type 4 route. Without the community a VTEP wants the modulo (RFC 8584 section 2.2.1). */
public record ForwarderCandidate(IpAddress vtep, DfElection wish) {

    public static ForwarderCandidate of(IpAddress vtep) {
        return new ForwarderCandidate(vtep, new DfElection(DfElection.MODULO, 0, 0));
    }
}
