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

    static List<AsSegment> prependInConfederation(List<AsSegment> segments, long asn) {
        List<Long> numbers = new ArrayList<>();
        numbers.add(asn);
        boolean joins = !segments.isEmpty() && segments.getFirst().kind() == AsSegment.Kind.CONFEDERATION_SEQUENCE;
        if (joins) {
            numbers.addAll(segments.getFirst().numbers());
        }
        List<AsSegment> longer = new ArrayList<>();
        longer.add(new AsSegment(AsSegment.Kind.CONFEDERATION_SEQUENCE, numbers));
        longer.addAll(segments.subList(joins ? 1 : 0, segments.size()));
        return longer;
    }
}
