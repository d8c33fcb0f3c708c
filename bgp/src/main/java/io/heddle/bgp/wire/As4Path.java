package io.heddle.bgp.wire;

import io.heddle.bgp.attribute.AsPath;
import io.heddle.bgp.attribute.AsSegment;
import java.util.ArrayList;
import java.util.List;

/** AS_PATH of a speaker with two-octet AS numbers, and the AS4_PATH that came along (RFC 6793 section 4.2.3). */
final class As4Path {

    private As4Path() {}

    /** The real path: the nearest ASes of AS_PATH that AS4_PATH has not seen, then AS4_PATH. */
    static AsPath merge(AsPath asPath, AsPath as4Path) {
        int unseen = asPath.length() - as4Path.length();
        if (unseen < 0) {
            return asPath;
        }
        List<AsSegment> merged = new ArrayList<>();
        for (AsSegment segment : asPath.segments()) {
            if (segment.kind().isConfederation()) {
                // Nearer than anything outside the confederation: AS4_PATH has never seen them.
                merged.add(segment);
            } else if (unseen > 0) {
                boolean set = segment.kind() == AsSegment.Kind.SET;
                int taken = set
                        ? segment.numbers().size()
                        : Math.min(unseen, segment.numbers().size());
                merged.add(new AsSegment(segment.kind(), segment.numbers().subList(0, taken)));
                unseen -= set ? 1 : taken;
            }
        }
        merged.addAll(as4Path.segments());
        return AsPath.ofSegments(merged);
    }
}
