package io.heddle.bgp.wire;

/** Capabilities as bytes: code, length, value (RFC 5492 section 4). */
final class CapabilityEncoder {

    private CapabilityEncoder() {}

    static int encode(Capability capability, byte[] out, int at) {
        int value = BigEndian.put8(out, at, capability.code()) + 1;
        int end = value(capability, out, value);
        if (end - value > 0xFF) {
            throw new IllegalArgumentException("capability " + capability.code() + " has " + (end - value) + " octets");
        }
        BigEndian.put8(out, value - 1, end - value);
        return end;
    }

    private static int value(Capability capability, byte[] out, int at) {
        return switch (capability) {
            case Capability.Multiprotocol multiprotocol -> {
                int next = BigEndian.put16(out, at, multiprotocol.family().afi());
                yield BigEndian.put16(out, next, multiprotocol.family().safi());
            }
            case Capability.RouteRefresh _, Capability.ExtendedMessage _, Capability.EnhancedRouteRefresh _ -> at;
            case Capability.ExtendedNextHop extended -> {
                int next = at;
                for (var each : extended.pairs()) {
                    next = BigEndian.put16(out, next, each.family().afi());
                    next = BigEndian.put16(out, next, each.family().safi());
                    next = BigEndian.put16(out, next, each.nextHopAfi());
                }
                yield next;
            }
            case Capability.BgpRole role -> BigEndian.put8(out, at, role.role().ordinal());
            case Capability.GracefulRestart restart -> {
                int flags = (restart.restarting() ? 0x8000 : 0) | (restart.notification() ? 0x4000 : 0);
                int next = BigEndian.put16(out, at, flags | restart.restartTime());
                for (var each : restart.families()) {
                    next = family(each.family(), out, next);
                    next = BigEndian.put8(out, next, each.forwarding() ? 0x80 : 0);
                }
                yield next;
            }
            case Capability.FourOctetAs four -> BigEndian.put32(out, at, four.asn());
            case Capability.AddPath addPath -> {
                int next = at;
                for (var each : addPath.families()) {
                    next = family(each.family(), out, next);
                    next = BigEndian.put8(out, next, (each.receive() ? 1 : 0) | (each.send() ? 2 : 0));
                }
                yield next;
            }
            case Capability.LongLivedGracefulRestart longLived -> {
                int next = at;
                for (var each : longLived.families()) {
                    next = family(each.family(), out, next);
                    next = BigEndian.put8(out, next, each.forwarding() ? 0x80 : 0);
                    next = BigEndian.put24(out, next, each.staleTime());
                }
                yield next;
            }
            case Capability.Unknown unknown -> unknown.value().copyInto(out, at);
        };
    }

    private static int family(AddressFamilyId family, byte[] out, int at) {
        return BigEndian.put8(out, BigEndian.put16(out, at, family.afi()), family.safi());
    }
}
