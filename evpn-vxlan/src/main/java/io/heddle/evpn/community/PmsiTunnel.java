package io.heddle.evpn.community;

import io.heddle.bgp.attribute.Octets;
import io.heddle.bgp.attribute.RawAttribute;
import io.heddle.bgp.wire.BigEndian;
import io.heddle.bgp.wire.Decoded;
import io.heddle.bgp.wire.NotificationReason;
import io.heddle.evpn.route.Label;
import io.heddle.model.net.IpAddress;
import java.util.Optional;

/**
 * The PMSI tunnel attribute (RFC 6514 section 5): how flooded traffic reaches the sender of a type 3 route. FRR installs no flood entry
 * without it.
 *
 * <pre>
 *   0       1             2           5
 *   | flags | tunnel type | label (3) | identifier: for ingress replication the VTEP (4 or 16)
 * </pre>
 */
public record PmsiTunnel(int flags, int tunnelType, Label label, Octets identifier) {

    public static final int ATTRIBUTE_TYPE = 22;

    /** RFC 7432 section 11.2: each VTEP gets its own copy. */
    public static final int INGRESS_REPLICATION = 6;

    private static final int LABEL = 2;
    private static final int IDENTIFIER = 5;

    public static PmsiTunnel ingressReplication(Label label, IpAddress vtep) {
        byte[] octets = new byte[vtep.isV4() ? 4 : 16];
        if (vtep.isV4()) {
            BigEndian.put32(octets, 0, vtep.low());
        } else {
            BigEndian.put64(octets, BigEndian.put64(octets, 0, vtep.high()), vtep.low());
        }
        return new PmsiTunnel(0, INGRESS_REPLICATION, label, Octets.of(octets));
    }

    /** Reads the value of the attribute; one that cannot be read withdraws its routes (RFC 6514 section 5). */
    public static Decoded<PmsiTunnel> decode(Octets value) {
        byte[] in = value.toArray();
        if (in.length < IDENTIFIER) {
            return malformed(value);
        }
        PmsiTunnel tunnel = new PmsiTunnel(
                BigEndian.u8(in, 0),
                BigEndian.u8(in, 1),
                new Label(BigEndian.u24(in, LABEL)),
                Octets.copyOf(in, IDENTIFIER, in.length));
        boolean noAddress = tunnel.tunnelType == INGRESS_REPLICATION
                && tunnel.identifier.length() != 4
                && tunnel.identifier.length() != 16;
        return noAddress ? malformed(value) : new Decoded.Ok<>(tunnel);
    }

    private static Decoded<PmsiTunnel> malformed(Octets value) {
        return new Decoded.Malformed<>(NotificationReason.OPTIONAL_ATTRIBUTE_ERROR, value, "RFC 6514 section 5");
    }

    /** The VTEP that copies go to, if this is ingress replication. */
    public Optional<IpAddress> vtep() {
        if (tunnelType != INGRESS_REPLICATION) {
            return Optional.empty();
        }
        byte[] octets = identifier.toArray();
        return Optional.of(
                octets.length == 4
                        ? IpAddress.v4(BigEndian.u32(octets, 0))
                        : IpAddress.v6(BigEndian.i64(octets, 0), BigEndian.i64(octets, 8)));
    }

    /** As the speaker carries it. */
    public RawAttribute encoded() {
        byte[] out = new byte[IDENTIFIER + identifier.length()];
        BigEndian.put8(out, 0, flags);
        BigEndian.put8(out, 1, tunnelType);
        BigEndian.put24(out, LABEL, label.bits());
        identifier.copyInto(out, IDENTIFIER);
        return new RawAttribute(RawAttribute.OPTIONAL | RawAttribute.TRANSITIVE, ATTRIBUTE_TYPE, Octets.of(out));
    }
}
