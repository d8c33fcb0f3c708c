package io.heddle.bgp.rib;

import io.heddle.bgp.attribute.NextHop;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.Role;
import io.heddle.bgp.wire.SessionOptions;
import io.heddle.model.config.PeerGroup;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What peers must have in common, for one address family, to be sent the same bytes.
 *
 * @param options what both OPENs agreed on
 * @param ownAddressLength octets of the own address as next hop: 4, 16, or 32 with a link-local one. Which address it is does not matter:
 *     it is put in for each member
 * @param role our role towards them (RFC 9234), null where none was agreed on
 * @param longLived they know long-lived graceful restart (RFC 9494)
 */
public record GroupKey(
        AddressFamilyId family,
        PeerGroup peers,
        RouteOptions routes,
        SessionOptions options,
        int ownAddressLength,
        @Nullable Role role,
        boolean longLived) {

    public GroupKey {
        // Only what changes the bytes of this family: the rank of a session is about what comes in.
        routes = new RouteOptions(routes.routeServerClient(), routes.sendPaths(), 0);
        options = new SessionOptions(
                options.external(),
                options.confederation(),
                options.fourOctetAs(),
                options.maxMessageLength(),
                Set.of(family),
                Set.of(),
                options.addPathSend().contains(family) ? Set.of(family) : Set.of(),
                options.extendedNextHop().contains(family) ? Set.of(family) : Set.of());
    }

    /** RFC 4684 section 3.2: where the best membership may not be sent, another one is, so that its routes come. */
    boolean sendsOthers() {
        return family.equals(AddressFamilyId.ROUTE_TARGET);
    }

    /**
     * RFC 4684 section 3.2: a membership goes to all clients, the one it came from included, which otherwise would not know that others
     * behind us want the same.
     */
    boolean echoes() {
        return family.equals(AddressFamilyId.ROUTE_TARGET) && peers.routeReflectorClient() && !options.external();
    }

    boolean sendsPaths() {
        return options.addPathSend().contains(family);
    }

    /** Whether the peers understand our own address as next hop. */
    boolean carriesOwnAddress() {
        return !family.equals(AddressFamilyId.IPV4_UNICAST)
                || ownAddressLength == 4
                || options.extendedNextHop().contains(family);
    }

    /** Whether the peers understand such a next hop for routes of the family. */
    boolean carries(NextHop nextHop) {
        return !family.equals(AddressFamilyId.IPV4_UNICAST)
                || nextHop.address().isV4()
                || options.extendedNextHop().contains(family);
    }
}
