package io.heddle.test.fabrics;

import io.heddle.model.net.Asn;
import java.util.List;

/** External routers beyond some leafs: a default route, service prefixes. */
final class RandomExits {

    private RandomExits() {}

    static void add(Draft draft) {
        Dice dice = draft.dice;
        for (int i = dice.chance(0.5) ? 0 : dice.between(1, 2); i > 0; i--) {
            String name = "x" + i;
            Asn asn = new Asn(64600 + (dice.chance(0.5) ? 0 : i));
            BgpSketch bgp = draft.sketch.external(name, asn.value(), draft.nextRouterId());
            draft.exits.add(name);
            draft.speakers.put(name, asn);
            dice.each(List.of("0.0.0.0/0", "198.51.100.0/24", "203.0.113.7/32", "10.9.0.0/16"), 0.6)
                    .forEach(bgp::network);
            if (draft.ipv6) {
                bgp.network("::/0");
            }
            for (String leaf : dice.some(draft.switches(), dice.between(1, 2))) {
                if (draft.speakers.containsKey(leaf)) {
                    bgp.group(draft.policies.group(0));
                    draft.sketch.bgp(leaf).group(draft.policies.group(0));
                    draft.links.add(draft.sketch.peered(name, leaf));
                }
            }
        }
    }
}
