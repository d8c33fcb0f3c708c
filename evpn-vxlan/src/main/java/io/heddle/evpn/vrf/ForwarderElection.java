package io.heddle.evpn.vrf;

import io.heddle.bgp.wire.BigEndian;
import io.heddle.evpn.community.EvpnCommunity.DfElection;
import io.heddle.evpn.route.EthernetTag;
import io.heddle.model.net.Esi;
import io.heddle.model.net.IpAddress;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Who forwards flooded traffic to an Ethernet segment: the modulo of RFC 7432 section 8.5, the highest random weight of RFC 8584 section
 * 3, or the preference of RFC 9785. Every VTEP comes to the same answer from the same candidates, in whatever order they came.
 */
public final class ForwarderElection {

    private static final Comparator<ForwarderCandidate> BY_ADDRESS = Comparator.comparing(ForwarderCandidate::vtep);

    private ForwarderElection() {}

    /** The designated forwarder for a tag; empty without candidates. */
    public static Optional<IpAddress> elect(Collection<ForwarderCandidate> candidates, Esi segment, EthernetTag tag) {
        List<ForwarderCandidate> sorted = candidates.stream().sorted(BY_ADDRESS).toList();
        if (sorted.isEmpty()) {
            return Optional.empty();
        }
        return switch (algorithm(sorted)) {
            case DfElection.HIGHEST_RANDOM_WEIGHT ->
                sorted.stream()
                        .max(Comparator.<ForwarderCandidate>comparingLong(each -> weight(each.vtep(), segment, tag))
                                // RFC 8584 section 3.2: the lower address among equals.
                                .thenComparing(BY_ADDRESS.reversed()))
                        .map(ForwarderCandidate::vtep);
            case DfElection.PREFERENCE ->
                sorted.stream()
                        .max(Comparator.<ForwarderCandidate>comparingInt(
                                        each -> each.wish().preference())
                                .thenComparingInt(each -> each.wish().capabilities() & DfElection.DO_NOT_PREEMPT)
                                .thenComparing(BY_ADDRESS.reversed()))
                        .map(ForwarderCandidate::vtep);
            default ->
                Optional.of(sorted.get((int) (tag.value() % sorted.size())).vtep());
        };
    }

    /** RFC 8584 section 2.2.1: what all want, or else the modulo. */
    private static int algorithm(List<ForwarderCandidate> candidates) {
        int first = candidates.getFirst().wish().algorithm();
        return candidates.stream().allMatch(each -> each.wish().algorithm() == first) ? first : DfElection.MODULO;
    }

    /** RFC 8584 section 3.2, modulo 2 to the 31. */
    static long weight(IpAddress vtep, Esi segment, EthernetTag tag) {
        byte[] stream = new byte[14];
        int at = BigEndian.put32(stream, 0, tag.value());
        BigEndian.put64(stream, BigEndian.put16(stream, at, segment.high()), segment.low());
        CRC32 crc = new CRC32();
        crc.update(stream);
        long mask = 0x7FFF_FFFFL;
        long digest = crc.getValue() & mask;
        long scrambled = 1_103_515_245L * (vtep.low() & mask) + 12_345L & mask;
        return 1_103_515_245L * (scrambled ^ digest) + 12_345L & mask;
    }
}
