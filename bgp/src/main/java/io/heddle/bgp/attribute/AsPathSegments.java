package io.heddle.bgp.attribute;

import java.util.ArrayList;
import java.util.List;

/** Paths that are more than one sequence: sets, and confederations (RFC 5065). */
final class AsPathSegments {

    private AsPathSegments() {}

    /** The neighbouring AS of a path that does not begin with a sequence; 0 if there is none. */
    static long neighbor(List<AsSegment> segments) {
        for (AsSegment each : segments) {
            if (!each.kind().isConfederation()) {
                return each.kind() == AsSegment.Kind.SEQUENCE ? each.numbers().getFirst() : 0;
            }
        }
        return 0;
    }

    /** Sequences of one kind that follow each other as one: they are cut only because a segment on the wire holds no more than 255. */
    static List<AsSegment> joined(List<AsSegment> segments) {
        List<AsSegment> joined = new ArrayList<>(segments.size());
        int at = 0;
        while (at < segments.size()) {
            AsSegment first = segments.get(at);
            int end = at + 1;
            while (end < segments.size()
                    && segments.get(end).kind() == first.kind()
                    && first.kind().isSequence()) {
                end++;
            }
            joined.add(end == at + 1 ? first : concatenated(segments.subList(at, end)));
            at = end;
        }
        return List.copyOf(joined);
    }

    private static AsSegment concatenated(List<AsSegment> segments) {
        return new AsSegment(
                segments.getFirst().kind(),
                segments.stream().flatMap(each -> each.numbers().stream()).toList());
    }

    static List<AsSegment> prependInConfederation(List<AsSegment> segments, long asn) {
        List<AsSegment> longer = new ArrayList<>();
        longer.add(new AsSegment(AsSegment.Kind.CONFEDERATION_SEQUENCE, List.of(asn)));
        longer.addAll(segments);
        return longer;
    }
}
