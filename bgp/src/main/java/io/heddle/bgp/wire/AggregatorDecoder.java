package io.heddle.bgp.wire;

import io.heddle.bgp.attribute.Aggregator;
import io.heddle.model.net.IpAddress;
import org.jspecify.annotations.Nullable;

/** AGGREGATOR and AS4_AGGREGATOR: an AS number and an address (RFC 4271 section 4.3, RFC 6793 section 3). */
final class AggregatorDecoder {

    private AggregatorDecoder() {}

    /** Null if the length is not right or the AS is 0 (RFC 7607 section 2). */
    static @Nullable Aggregator decode(byte[] in, int from, int to, int width) {
        if (to - from != width + 4) {
            return null;
        }
        long asn = width == 4 ? BigEndian.u32(in, from) : BigEndian.u16(in, from);
        return asn == 0 ? null : new Aggregator(asn, IpAddress.v4(BigEndian.u32(in, from + width)));
    }
}
