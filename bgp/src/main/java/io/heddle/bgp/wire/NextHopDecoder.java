package io.heddle.bgp.wire;

import io.heddle.bgp.attribute.NextHop;
import io.heddle.model.net.IpAddress;
import org.jspecify.annotations.Nullable;

/** The next hop of MP_REACH_NLRI (RFC 4760 section 3, RFC 2545 section 3, RFC 8950 section 3). */
final class NextHopDecoder {

    private static final int LENGTH_AT = 3;
    private static final int ADDRESS_AT = 4;

    private NextHopDecoder() {}

    /** The next hop of an attribute cut off behind it; null if its length is none of 4, 16 and 32. */
    static @Nullable NextHop decode(byte[] in, int from, int to) {
        if (to - from < ADDRESS_AT || to - from - ADDRESS_AT != BigEndian.u8(in, from + LENGTH_AT)) {
            return null;
        }
        int at = from + ADDRESS_AT;
        return switch (to - at) {
            case 4 -> NextHop.of(IpAddress.v4(BigEndian.u32(in, at)));
            case 16 -> NextHop.of(v6(in, at));
            case 32 -> both(v6(in, at), v6(in, at + 16));
            default -> null;
        };
    }

    /** Some speakers send 32 octets with the unspecified address in one half; the other half is then all there is. */
    private static NextHop both(IpAddress global, IpAddress linkLocal) {
        if (isUnspecified(global)) {
            return NextHop.of(linkLocal);
        }
        return new NextHop(global, isUnspecified(linkLocal) ? null : linkLocal);
    }

    /** Whether a route may lead there: not the unspecified address, no multicast (RFC 4271 section 6.3). */
    static boolean isHost(NextHop nextHop) {
        IpAddress address = nextHop.address();
        return address.isV4()
                ? address.low() >>> 24 != 0 && address.low() >>> 28 < 0xE
                : !isUnspecified(address) && address.high() >>> 56 != 0xFF;
    }

    private static boolean isUnspecified(IpAddress address) {
        return address.high() == 0 && address.low() == 0;
    }

    private static IpAddress v6(byte[] in, int at) {
        return IpAddress.v6(BigEndian.i64(in, at), BigEndian.i64(in, at + Long.BYTES));
    }
}
