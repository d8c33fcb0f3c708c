package io.heddle.render.interfaces;

import io.heddle.model.net.VlanId;
import java.util.Collection;
import java.util.List;

/** VLANs as ifupdown2 has them: {@code 10-12 20}. */
final class VlanRanges {

    private VlanRanges() {}

    static String of(Collection<VlanId> vlans) {
        List<Integer> sorted =
                vlans.stream().map(VlanId::value).distinct().sorted().toList();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sorted.size(); ) {
            int first = i;
            do {
                i++;
            } while (i < sorted.size() && sorted.get(i) == sorted.get(i - 1) + 1);
            text.append(first == 0 ? "" : " ").append(sorted.get(first));
            if (i - first > 1) {
                text.append(i - first == 2 ? " " : "-").append(sorted.get(i - 1));
            }
        }
        return text.toString();
    }
}
