package io.heddle.bgp.attribute;

import io.heddle.model.net.Bandwidth;
import io.heddle.model.net.RouteTarget;
import java.util.Optional;

/**
 * An extended community of eight octets (RFC 4360): type and subtype in the upper two. Ordered as an unsigned number.
 */
public record ExtendedCommunity(long value) implements Comparable<ExtendedCommunity> {

    private static final int TWO_OCTET_AS = 0x00;
    private static final int IPV4 = 0x01;
    private static final int FOUR_OCTET_AS = 0x02;
    private static final int OPAQUE = 0x03;
    private static final int EVPN = 0x06;
    private static final int NON_TRANSITIVE = 0x40;

    private static final int ROUTE_TARGET = 0x02;
    private static final int LINK_BANDWIDTH = 0x04;
    private static final int ENCAPSULATION = 0x0C;

    private static final int BITS_PER_OCTET = 8;

    public static ExtendedCommunity of(int type, int subtype, long sixOctets) {
        if (sixOctets >>> 48 != 0) {
            throw new IllegalArgumentException("extended community value " + sixOctets + " has more than 48 bits");
        }
        return new ExtendedCommunity((long) (type & 0xFF) << 56 | (long) (subtype & 0xFF) << 48 | sixOctets);
    }

    /**
     * RFC 4360 section 4: with a two-octet AS where the administrator fits, else with a four-octet one (RFC 5668), which leaves 16 bits
     * for the number assigned.
     */
    public static ExtendedCommunity of(RouteTarget target) {
        if (target.administrator() <= 0xFFFF) {
            return of(TWO_OCTET_AS, ROUTE_TARGET, target.administrator() << 32 | target.assigned());
        }
        if (target.assigned() > 0xFFFF) {
            throw new IllegalArgumentException("route target " + target + " needs more than six octets");
        }
        return of(FOUR_OCTET_AS, ROUTE_TARGET, target.administrator() << 16 | target.assigned());
    }

    /** The bandwidth of a link of {@code asn}, not transitive (draft-ietf-idr-link-bandwidth). */
    public static ExtendedCommunity linkBandwidth(int asn, Bandwidth bandwidth) {
        float octetsPerSecond = ((float) bandwidth.bitsPerSecond()) / BITS_PER_OCTET;
        return of(
                TWO_OCTET_AS | NON_TRANSITIVE,
                LINK_BANDWIDTH,
                (long) (asn & 0xFFFF) << 32 | Float.floatToIntBits(octetsPerSecond) & 0xFFFF_FFFFL);
    }

    /** Tunnel type of the next hop (RFC 9012 section 4.1); 8 is VXLAN (RFC 8365 section 5.1.3). */
    public static ExtendedCommunity encapsulation(int tunnelType) {
        return of(OPAQUE, ENCAPSULATION, tunnelType & 0xFFFF);
    }

    public int type() {
        return (int) (value >>> 56);
    }

    public int subtype() {
        return (int) (value >>> 48) & 0xFF;
    }

    /** Whether it may leave the AS (RFC 4360 section 2). */
    public boolean isTransitive() {
        return (type() & NON_TRANSITIVE) == 0;
    }

    /**
     * Whether routes are distributed by it: one of the three forms, or what an Ethernet segment is imported by (RFC 7432 section 7.6).
     */
    public boolean isRouteTarget() {
        return subtype() == ROUTE_TARGET
                && switch (type()) {
                    case TWO_OCTET_AS, IPV4, FOUR_OCTET_AS, EVPN -> true;
                    default -> false;
                };
    }

    /** The route target, of whichever of the three forms. */
    public Optional<RouteTarget> routeTarget() {
        if (subtype() != ROUTE_TARGET) {
            return Optional.empty();
        }
        return switch (type()) {
            case TWO_OCTET_AS -> Optional.of(new RouteTarget(value >>> 32 & 0xFFFF, value & 0xFFFF_FFFFL));
            case IPV4, FOUR_OCTET_AS -> Optional.of(new RouteTarget(value >>> 16 & 0xFFFF_FFFFL, value & 0xFFFF));
            default -> Optional.empty();
        };
    }

    /** The link bandwidth, transitive or not; empty if the number is none. */
    public Optional<Bandwidth> linkBandwidth() {
        if ((type() & ~NON_TRANSITIVE) != TWO_OCTET_AS || subtype() != LINK_BANDWIDTH) {
            return Optional.empty();
        }
        float octetsPerSecond = Float.intBitsToFloat((int) value);
        return octetsPerSecond >= 0 && octetsPerSecond < 1e17f
                ? Optional.of(new Bandwidth(((long) octetsPerSecond) * BITS_PER_OCTET))
                : Optional.empty();
    }

    @Override
    public int compareTo(ExtendedCommunity other) {
        return Long.compareUnsigned(value, other.value);
    }

    /** {@code rt:65001:100}, or sixteen hexadecimal digits. */
    @Override
    public String toString() {
        return routeTarget().map(target -> "rt:" + target).orElseGet(() -> String.format("%016x", value));
    }
}
