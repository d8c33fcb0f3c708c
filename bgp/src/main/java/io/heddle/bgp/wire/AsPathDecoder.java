package io.heddle.bgp.wire;

import io.heddle.bgp.attribute.AsPath;
import io.heddle.bgp.attribute.AsSegment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** AS_PATH and AS4_PATH: segments of type, count and AS numbers (RFC 4271 section 4.3, RFC 6793). */
final class AsPathDecoder {

    private AsPathDecoder() {}

    /**
     * The path in {@code in[from..to)}, or null if it is malformed (RFC 7606 section 7.2, RFC 7607 section 2).
     *
     * @param width octets of an AS number, 2 or 4
     * @param confederation whether confederation segments may be there (RFC 5065 section 5)
     */
    static @Nullable AsPath decode(byte[] in, int from, int to, int width, boolean confederation) {
        boolean plain = to - from >= 2
                && in[from] == AsSegment.Kind.SEQUENCE.ordinal() + 1
                && 2 + (in[from + 1] & 0xFF) * width == to - from;
        return plain ? sequence(in, from + 2, to, width) : segments(in, from, to, width, confederation);
    }

    /** The usual path: one sequence, built from its far end. */
    private static @Nullable AsPath sequence(byte[] in, int from, int to, int width) {
        AsPath path = AsPath.EMPTY;
        for (int at = to - width; at >= from; at -= width) {
            long asn = number(in, at, width);
            if (asn == 0) {
                return null;
            }
            path = path.prepend(asn);
        }
        return path.isEmpty() ? null : path;
    }

    private static long number(byte[] in, int at, int width) {
        return width == 4 ? BigEndian.u32(in, at) : BigEndian.u16(in, at);
    }

    private static @Nullable AsPath segments(byte[] in, int from, int to, int width, boolean confederation) {
        List<AsSegment> segments = new ArrayList<>(2);
        int at = from;
        while (at < to) {
            if (to - at < 2) {
                return null;
            }
            int type = in[at] & 0xFF;
            int count = in[at + 1] & 0xFF;
            int end = at + 2 + count * width;
            if (type < 1 || type > AsSegment.Kind.values().length || count == 0 || end > to) {
                return null;
            }
            AsSegment.Kind kind = AsSegment.Kind.values()[type - 1];
            if (kind.isConfederation() && !confederation) {
                return null;
            }
            List<Long> numbers = new ArrayList<>(count);
            for (int i = at + 2; i < end; i += width) {
                long asn = number(in, i, width);
                if (asn == 0) {
                    return null;
                }
                numbers.add(asn);
            }
            segments.add(new AsSegment(kind, numbers));
            at = end;
        }
        return AsPath.ofSegments(segments);
    }
}
