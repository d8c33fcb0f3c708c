package io.heddle.bgp.wire;

import io.heddle.bgp.attribute.Octets;
import java.util.ArrayList;
import java.util.List;

/**
 * Capabilities from bytes: code, length, value (RFC 5492 section 4). A known code with a value that does not have its form becomes
 * {@link Capability.Unknown}, so that the session comes up without it; only a length that leaves the parameter is an error.
 */
final class CapabilityDecoder {

    private CapabilityDecoder() {}

    /** Appends the capabilities of one parameter; false if a length leaves it. */
    static boolean decodeAll(byte[] in, int from, int to, List<Capability> capabilities) {
        int at = from;
        while (at < to) {
            if (to - at < 2) {
                return false;
            }
            int value = at + 2;
            int end = value + BigEndian.u8(in, at + 1);
            if (end > to) {
                return false;
            }
            int code = BigEndian.u8(in, at);
            capabilities.add(
                    hasItsForm(code, in, value, end)
                            ? decode(code, in, value, end)
                            : new Capability.Unknown(code, Octets.copyOf(in, value, end)));
            at = end;
        }
        return true;
    }

    private static boolean hasItsForm(int code, byte[] in, int at, int end) {
        int length = end - at;
        return switch (code) {
            case Capability.MULTIPROTOCOL, Capability.FOUR_OCTET_AS -> length == 4;
            case Capability.ROUTE_REFRESH, Capability.EXTENDED_MESSAGE, Capability.ENHANCED_ROUTE_REFRESH ->
                length == 0;
            case Capability.EXTENDED_NEXT_HOP -> length % 6 == 0;
            case Capability.BGP_ROLE ->
                length == 1 && Role.of(BigEndian.u8(in, at)).isPresent();
            case Capability.GRACEFUL_RESTART -> length >= 2 && (length - 2) % 4 == 0;
            case Capability.ADD_PATH -> length % 4 == 0;
            case Capability.LONG_LIVED_GRACEFUL_RESTART -> length % 7 == 0;
            default -> false;
        };
    }

    private static Capability decode(int code, byte[] in, int at, int end) {
        return switch (code) {
            case Capability.MULTIPROTOCOL ->
                new Capability.Multiprotocol(AddressFamilyId.of(BigEndian.u16(in, at), BigEndian.u8(in, at + 3)));
            case Capability.ROUTE_REFRESH -> new Capability.RouteRefresh();
            case Capability.EXTENDED_NEXT_HOP -> extendedNextHop(in, at, end);
            case Capability.EXTENDED_MESSAGE -> new Capability.ExtendedMessage();
            case Capability.BGP_ROLE ->
                new Capability.BgpRole(Role.of(BigEndian.u8(in, at)).orElseThrow());
            case Capability.GRACEFUL_RESTART -> gracefulRestart(in, at, end);
            case Capability.FOUR_OCTET_AS -> new Capability.FourOctetAs(BigEndian.u32(in, at));
            case Capability.ADD_PATH -> addPath(in, at, end);
            case Capability.ENHANCED_ROUTE_REFRESH -> new Capability.EnhancedRouteRefresh();
            default -> longLived(in, at, end);
        };
    }

    /** The SAFI has two octets here. */
    private static Capability extendedNextHop(byte[] in, int at, int end) {
        List<Capability.ExtendedNextHop.Pair> pairs = new ArrayList<>();
        for (int i = at; i < end; i += 6) {
            pairs.add(new Capability.ExtendedNextHop.Pair(
                    AddressFamilyId.of(BigEndian.u16(in, i), BigEndian.u8(in, i + 3)), BigEndian.u16(in, i + 4)));
        }
        return new Capability.ExtendedNextHop(pairs);
    }

    private static Capability gracefulRestart(byte[] in, int at, int end) {
        int flagsAndTime = BigEndian.u16(in, at);
        List<Capability.GracefulRestart.RestartFamily> families = new ArrayList<>();
        for (int i = at + 2; i < end; i += 4) {
            families.add(new Capability.GracefulRestart.RestartFamily(family(in, i), (in[i + 3] & 0x80) != 0));
        }
        return new Capability.GracefulRestart(
                (flagsAndTime & 0x8000) != 0, (flagsAndTime & 0x4000) != 0, flagsAndTime & 0xFFF, families);
    }

    /** RFC 7911 section 4: a tuple that says neither receive nor send is ignored, the others stand. */
    private static Capability addPath(byte[] in, int at, int end) {
        List<Capability.AddPath.PathsFamily> families = new ArrayList<>();
        for (int i = at; i < end; i += 4) {
            int sendReceive = BigEndian.u8(in, i + 3);
            if (sendReceive >= 1 && sendReceive <= 3) {
                families.add(new Capability.AddPath.PathsFamily(
                        family(in, i), (sendReceive & 1) != 0, (sendReceive & 2) != 0));
            }
        }
        return new Capability.AddPath(families);
    }

    private static Capability longLived(byte[] in, int at, int end) {
        List<Capability.LongLivedGracefulRestart.StaleFamily> families = new ArrayList<>();
        for (int i = at; i < end; i += 7) {
            families.add(new Capability.LongLivedGracefulRestart.StaleFamily(
                    family(in, i), (in[i + 3] & 0x80) != 0, BigEndian.u24(in, i + 4)));
        }
        return new Capability.LongLivedGracefulRestart(families);
    }

    /** AFI, SAFI in three octets. */
    private static AddressFamilyId family(byte[] in, int at) {
        return AddressFamilyId.of(BigEndian.u16(in, at), BigEndian.u8(in, at + 2));
    }
}
