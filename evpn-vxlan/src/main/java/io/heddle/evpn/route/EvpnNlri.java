package io.heddle.evpn.route;

import io.heddle.bgp.attribute.Octets;
import io.heddle.bgp.wire.BigEndian;
import io.heddle.bgp.wire.Decoded;
import io.heddle.bgp.wire.NotificationReason;
import io.heddle.evpn.route.EvpnRoute.EthernetAutoDiscovery;
import io.heddle.evpn.route.EvpnRoute.EthernetSegment;
import io.heddle.evpn.route.EvpnRoute.InclusiveMulticast;
import io.heddle.evpn.route.EvpnRoute.IpPrefix;
import io.heddle.evpn.route.EvpnRoute.MacIp;
import io.heddle.evpn.route.EvpnRoute.Unknown;
import io.heddle.model.net.Esi;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.RouteDistinguisher;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One EVPN NLRI between bytes and record; {@link NlriLayout} has the pictures. Nothing that arrives throws. */
public final class EvpnNlri {

    /** The longest NLRI: two octets of head and 255 of value. */
    public static final int MAX_LENGTH = 257;

    private EvpnNlri() {}

    /**
     * Reads {@code in[from..to)}, which must be one NLRI from its type octet to its last. Host bits of a prefix are cleared, since RFC 9136
     * section 3.1 gives them no meaning.
     */
    public static Decoded<EvpnRoute> decode(byte[] in, int from, int to) {
        String problem = NlriLayout.problem(in, from, to);
        // RFC 4760 section 7 and RFC 7606 section 5.3: what cannot be read in MP_REACH_NLRI is an optional attribute
        // error.
        return problem == null
                ? new Decoded.Ok<>(read(in, from, to))
                : new Decoded.Malformed<>(
                        NotificationReason.OPTIONAL_ATTRIBUTE_ERROR, Octets.copyOf(in, from, to), problem);
    }

    private static EvpnRoute read(byte[] in, int from, int to) {
        return switch (BigEndian.u8(in, from)) {
            case EvpnRoute.ETHERNET_AUTO_DISCOVERY ->
                new EthernetAutoDiscovery(
                        distinguisher(in, from),
                        segment(in, from),
                        tag(in, from + NlriLayout.TAG_AFTER_SEGMENT),
                        label(in, from + NlriLayout.AUTO_DISCOVERY_LABEL));
            case EvpnRoute.MAC_IP -> macIp(in, from, to);
            case EvpnRoute.INCLUSIVE_MULTICAST ->
                new InclusiveMulticast(
                        distinguisher(in, from),
                        tag(in, from + NlriLayout.TAG_AFTER_DISTINGUISHER),
                        address(in, from + NlriLayout.MULTICAST_ADDRESS, to));
            case EvpnRoute.ETHERNET_SEGMENT ->
                new EthernetSegment(
                        distinguisher(in, from), segment(in, from), address(in, from + NlriLayout.SEGMENT_ADDRESS, to));
            case EvpnRoute.IP_PREFIX -> ipPrefix(in, from, to);
            default -> new Unknown(BigEndian.u8(in, from), Octets.copyOf(in, from + NlriLayout.VALUE, to));
        };
    }

    private static MacIp macIp(byte[] in, int from, int to) {
        int octets = NlriLayout.addressOctets(BigEndian.u8(in, from + NlriLayout.MAC_IP_LENGTH));
        int labels = from + NlriLayout.MAC_ADDRESS + octets;
        boolean routed = to - labels > NlriLayout.LABEL_OCTETS;
        return new MacIp(
                distinguisher(in, from),
                segment(in, from),
                tag(in, from + NlriLayout.TAG_AFTER_SEGMENT),
                new Mac((long) BigEndian.u16(in, from + NlriLayout.MAC) << 32
                        | BigEndian.u32(in, from + NlriLayout.MAC + 2)),
                octets == 0 ? Optional.empty() : Optional.of(address(in, from + NlriLayout.MAC_ADDRESS, labels)),
                label(in, labels),
                routed ? Optional.of(label(in, labels + NlriLayout.LABEL_OCTETS)) : Optional.empty());
    }

    private static IpPrefix ipPrefix(byte[] in, int from, int to) {
        int octets = (to - from - NlriLayout.PREFIX - NlriLayout.LABEL_OCTETS) / 2;
        int gatewayAt = from + NlriLayout.PREFIX + octets;
        IpAddress gateway = address(in, gatewayAt, gatewayAt + octets);
        return new IpPrefix(
                distinguisher(in, from),
                segment(in, from),
                tag(in, from + NlriLayout.TAG_AFTER_SEGMENT),
                Prefix.covering(
                        address(in, from + NlriLayout.PREFIX, gatewayAt),
                        BigEndian.u8(in, from + NlriLayout.PREFIX_LENGTH)),
                gateway.high() == 0 && gateway.low() == 0 ? Optional.empty() : Optional.of(gateway),
                label(in, gatewayAt + octets));
    }

    private static RouteDistinguisher distinguisher(byte[] in, int from) {
        return new RouteDistinguisher(BigEndian.i64(in, from + NlriLayout.DISTINGUISHER));
    }

    private static Esi segment(byte[] in, int from) {
        return new Esi(BigEndian.u16(in, from + NlriLayout.SEGMENT), BigEndian.i64(in, from + NlriLayout.SEGMENT + 2));
    }

    private static EthernetTag tag(byte[] in, int at) {
        return new EthernetTag(BigEndian.u32(in, at));
    }

    private static Label label(byte[] in, int at) {
        return new Label(BigEndian.u24(in, at));
    }

    private static IpAddress address(byte[] in, int at, int end) {
        return end - at == 4
                ? IpAddress.v4(BigEndian.u32(in, at))
                : IpAddress.v6(BigEndian.i64(in, at), BigEndian.i64(in, at + 8));
    }

    /** Writes one NLRI and returns the position after; {@link #MAX_LENGTH} octets are always enough. */
    public static int encode(EvpnRoute route, byte[] out, int from) {
        BigEndian.put8(out, from, route.type());
        int at = from + NlriLayout.VALUE;
        int end =
                switch (route) {
                    case EthernetAutoDiscovery each -> {
                        at = put(each.segment(), out, put(each.distinguisher(), out, at));
                        at = BigEndian.put32(out, at, each.tag().value());
                        yield put(each.label(), out, at);
                    }
                    case MacIp each -> {
                        at = put(each.segment(), out, put(each.distinguisher(), out, at));
                        at = BigEndian.put32(out, at, each.tag().value());
                        at = BigEndian.put8(out, at, NlriLayout.MAC_BITS);
                        at = BigEndian.put16(out, at, (int) (each.mac().bits() >>> 32));
                        at = BigEndian.put32(out, at, each.mac().bits());
                        at = putWithLength(each.address().orElse(null), out, at);
                        at = put(each.label(), out, at);
                        yield each.routedLabel().isPresent()
                                ? put(each.routedLabel().get(), out, at)
                                : at;
                    }
                    case InclusiveMulticast each -> {
                        at = put(each.distinguisher(), out, at);
                        at = BigEndian.put32(out, at, each.tag().value());
                        yield putWithLength(each.originator(), out, at);
                    }
                    case EthernetSegment each -> {
                        at = put(each.segment(), out, put(each.distinguisher(), out, at));
                        yield putWithLength(each.originator(), out, at);
                    }
                    case IpPrefix each -> {
                        at = put(each.segment(), out, put(each.distinguisher(), out, at));
                        at = BigEndian.put32(out, at, each.tag().value());
                        at = BigEndian.put8(out, at, each.prefix().length());
                        at = put(each.prefix().address(), out, at);
                        at = put(each.gateway().orElse(each.prefix().address().isV4() ? NO_V4 : NO_V6), out, at);
                        yield put(each.label(), out, at);
                    }
                    case Unknown each -> each.value().copyInto(out, at);
                };
        BigEndian.put8(out, from + NlriLayout.LENGTH, end - from - NlriLayout.VALUE);
        return end;
    }

    private static final IpAddress NO_V4 = IpAddress.v4(0);
    private static final IpAddress NO_V6 = IpAddress.v6(0, 0);

    private static int put(RouteDistinguisher distinguisher, byte[] out, int at) {
        return BigEndian.put64(out, at, distinguisher.bits());
    }

    private static int put(Esi segment, byte[] out, int at) {
        return BigEndian.put64(out, BigEndian.put16(out, at, segment.high()), segment.low());
    }

    private static int put(Label label, byte[] out, int at) {
        return BigEndian.put24(out, at, label.bits());
    }

    private static int putWithLength(@Nullable IpAddress address, byte[] out, int at) {
        int next =
                BigEndian.put8(out, at, address == null ? 0 : address.family().bits());
        return address == null ? next : put(address, out, next);
    }

    private static int put(IpAddress address, byte[] out, int at) {
        return address.isV4()
                ? BigEndian.put32(out, at, address.low())
                : BigEndian.put64(out, BigEndian.put64(out, at, address.high()), address.low());
    }
}
