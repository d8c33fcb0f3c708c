package io.heddle.bgp.rib;

import io.heddle.bgp.attribute.AttributeSet;
import java.util.List;

/** How traffic is to be shared among the paths of an ECMP group (draft-ietf-idr-link-bandwidth section 2). */
final class Weights {

    private static final int MOST = 100;

    private Weights() {}

    /** 1 to 100 each, by their link bandwidths; all 1 unless every path has one. */
    static List<Integer> of(List<AttributeSet> paths) {
        List<Double> bits = paths.stream()
                .flatMap(each -> each.linkBandwidth().stream())
                .map(each -> (double) each.bitsPerSecond())
                .filter(each -> each > 0)
                .toList();
        if (bits.size() < paths.size()) {
            return paths.stream().map(_ -> 1).toList();
        }
        double most = bits.stream().mapToDouble(each -> each).max().orElse(1);
        return bits.stream()
                .map(each -> (int) Math.max(1, Math.round(MOST * each / most)))
                .toList();
    }
}
