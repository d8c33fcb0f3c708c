package io.heddle.bgp.session;

import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.Capability;
import io.heddle.bgp.wire.Role;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * What both OPENs together allow.
 *
 * @param external the peer is of another AS
 * @param holdTime seconds, the smaller of both; 0 is no hold timer and no keepalives
 * @param families what both announced, ordered by number
 * @param fourOctetAs AS numbers have four octets in AS_PATH both ways (RFC 6793)
 * @param sendExtended messages up to 65535 octets may be sent (RFC 8654)
 * @param receiveExtended they are accepted
 * @param addPathSend families whose routes are sent with a path identifier (RFC 7911)
 * @param addPathReceive families whose routes come with a path identifier
 * @param ipv6NextHop IPv4 families whose routes may have IPv6 next hops (RFC 8950)
 * @param routeRefresh the peer takes ROUTE-REFRESH (RFC 2918)
 * @param enhancedRefresh refreshes are marked by their beginning and end (RFC 7313)
 * @param restart the peer's graceful restart capability, if both announced one
 * @param longLived the peer's long-lived graceful restart capability, if both announced one
 * @param restartByNotification NOTIFICATIONs keep routes too unless they are hard resets (RFC 8538)
 * @param role the role of the peer, if both announced one (RFC 9234)
 */
public record Negotiated(
        Asn peerAs,
        IpAddress peerRouterId,
        boolean external,
        int holdTime,
        SequencedSet<AddressFamilyId> families,
        boolean fourOctetAs,
        boolean sendExtended,
        boolean receiveExtended,
        SequencedSet<AddressFamilyId> addPathSend,
        SequencedSet<AddressFamilyId> addPathReceive,
        SequencedSet<AddressFamilyId> ipv6NextHop,
        boolean routeRefresh,
        boolean enhancedRefresh,
        Capability.@Nullable GracefulRestart restart,
        Capability.@Nullable LongLivedGracefulRestart longLived,
        boolean restartByNotification,
        @Nullable Role role) {

    public static final int STANDARD_MESSAGE = 4096;
    public static final int EXTENDED_MESSAGE = 65535;

    /** The longest message that may be sent, in octets. */
    public int maxSend() {
        return sendExtended ? EXTENDED_MESSAGE : STANDARD_MESSAGE;
    }

    /** The longest message that is accepted, in octets. */
    public int maxReceive() {
        return receiveExtended ? EXTENDED_MESSAGE : STANDARD_MESSAGE;
    }
}
