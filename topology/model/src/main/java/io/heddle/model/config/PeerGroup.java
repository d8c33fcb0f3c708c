package io.heddle.model.config;

import java.util.Set;

/**
 * What several neighbours of a router have in common; routes are exported once per group (an update group).
 *
 * @param importPolicy applied to what arrives
 * @param exportPolicy applied to what is sent
 * @param routeReflectorClient the members are clients of this route reflector (RFC 4456)
 * @param nextHop what becomes of the next hop when a route is sent
 * @param allowOwnAs how often the own AS may appear in a received AS_PATH; 0 is the loop check of RFC 4271 section 9.1.2
 * @param bfd whether BFD watches the sessions (RFC 5881)
 */
public record PeerGroup(
        String name,
        Set<AddressFamily> families,
        Policy importPolicy,
        Policy exportPolicy,
        boolean routeReflectorClient,
        NextHopMode nextHop,
        int allowOwnAs,
        boolean bfd) {

    /** The next hop of a route that is sent on. */
    public enum NextHopMode {
        /** RFC 4271 section 5.1.3: self towards eBGP, unchanged towards iBGP. */
        STANDARD,
        /** Self always. */
        SELF,
        /** Unchanged always: EVPN through eBGP spines, route servers (RFC 7947). */
        UNCHANGED
    }

    public PeerGroup {
        families = Set.copyOf(families);
        if (families.isEmpty()) {
            throw new IllegalArgumentException("peer group " + name + " carries no address family");
        }
        if (allowOwnAs < 0) {
            throw new IllegalArgumentException("peer group " + name + " allows the own AS " + allowOwnAs + " times");
        }
    }

    /** The same with a further change to all that is sent. */
    public PeerGroup marking(Action last) {
        return withExportPolicy(exportPolicy.andThen(last));
    }

    /** The same with another export policy. */
    public PeerGroup withExportPolicy(Policy changed) {
        return new PeerGroup(name, families, importPolicy, changed, routeReflectorClient, nextHop, allowOwnAs, bfd);
    }
}
