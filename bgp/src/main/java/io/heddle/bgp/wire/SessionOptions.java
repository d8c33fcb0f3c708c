package io.heddle.bgp.wire;

import java.util.Set;

/**
 * What both OPENs of a session agreed on, as far as it changes how messages are read and written.
 *
 * @param external the peer is in another AS, or in another member AS of our confederation
 * @param confederation the peer is in our confederation (RFC 5065): confederation segments may be in AS_PATH
 * @param fourOctetAs both sides announced RFC 6793
 * @param maxMessageLength {@link MessageFrame#MAX_LENGTH} or {@link MessageFrame#MAX_EXTENDED_LENGTH}
 * @param families what is exchanged (RFC 4760 section 8)
 * @param addPathReceive families whose NLRI arrive with path identifiers (RFC 7911)
 * @param addPathSend families whose NLRI are sent with them
 * @param extendedNextHop IPv4 families whose next hops may be IPv6 (RFC 8950)
 */
public record SessionOptions(
        boolean external,
        boolean confederation,
        boolean fourOctetAs,
        int maxMessageLength,
        Set<AddressFamilyId> families,
        Set<AddressFamilyId> addPathReceive,
        Set<AddressFamilyId> addPathSend,
        Set<AddressFamilyId> extendedNextHop) {

    public SessionOptions {
        families = Set.copyOf(families);
        addPathReceive = Set.copyOf(addPathReceive);
        addPathSend = Set.copyOf(addPathSend);
        extendedNextHop = Set.copyOf(extendedNextHop);
    }

    /** The plainest session between two modern speakers. */
    public static SessionOptions of(boolean external, AddressFamilyId... families) {
        return new SessionOptions(
                external, false, true, MessageFrame.MAX_LENGTH, Set.of(families), Set.of(), Set.of(), Set.of());
    }

    /** Whether LOCAL_PREF, ORIGINATOR_ID and CLUSTER_LIST are not to be had from the peer (RFC 7606 sections 7.5, 7.9, 7.10). */
    public boolean outside() {
        return external && !confederation;
    }

    /**
     * What of this changes the meaning of an attribute block, as a small number: equal blocks of sessions with equal numbers decode to
     * equal attributes.
     */
    public int attributeContext() {
        return (outside() ? 1 : 0) | (confederation ? 2 : 0) | (fourOctetAs ? 4 : 0);
    }
}
