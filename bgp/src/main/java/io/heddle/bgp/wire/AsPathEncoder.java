package io.heddle.bgp.wire;

import io.heddle.bgp.attribute.AsPath;
import io.heddle.bgp.attribute.AsSegment;

/** AS_PATH and AS4_PATH as bytes. A segment holds at most 255 numbers (RFC 4271 section 4.3); longer sequences are cut. */
final class AsPathEncoder {

    private static final int MAX_SEGMENT = 255;

    private AsPathEncoder() {}

    static int length(AsPath path, int width) {
        int length = segmentsLength(path.sequence().length, width);
        for (AsSegment each : path.behind()) {
            length += segmentsLength(each.numbers().size(), width);
        }
        return length;
    }

    private static int segmentsLength(int numbers, int width) {
        return (numbers + MAX_SEGMENT - 1) / MAX_SEGMENT * 2 + numbers * width;
    }

    static void encode(AsPath path, int width, byte[] out, int from) {
        int at = segments(AsSegment.Kind.SEQUENCE, path.sequence(), width, out, from);
        for (AsSegment each : path.behind()) {
            long[] numbers = each.numbers().stream().mapToLong(Long::longValue).toArray();
            at = segments(each.kind(), numbers, width, out, at);
        }
    }

    private static int segments(AsSegment.Kind kind, long[] numbers, int width, byte[] out, int from) {
        int at = from;
        // The nearest segment takes the odd rest, so that those behind it are full.
        int taken = numbers.length % MAX_SEGMENT == 0 ? MAX_SEGMENT : numbers.length % MAX_SEGMENT;
        for (int i = 0; i < numbers.length; taken = MAX_SEGMENT) {
            at = BigEndian.put8(out, at, kind.ordinal() + 1);
            at = BigEndian.put8(out, at, taken);
            for (int end = i + taken; i < end; i++) {
                at = width == 4
                        ? BigEndian.put32(out, at, numbers[i])
                        : BigEndian.put16(out, at, twoOctets(numbers[i]));
            }
        }
        return at;
    }

    /** RFC 6793 section 4.2.2: AS_TRANS stands for what does not fit. */
    static int twoOctets(long asn) {
        return asn > 0xFFFF ? BgpMessage.Open.AS_TRANS : (int) asn;
    }

    static boolean needsFourOctets(AsPath path) {
        return path.segments().stream()
                .anyMatch(segment -> segment.numbers().stream().anyMatch(each -> each > 0xFFFF));
    }
}
