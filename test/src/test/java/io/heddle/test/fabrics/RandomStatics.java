package io.heddle.test.fabrics;

import java.util.List;
import java.util.Map;

/** Static routes on leafs: to nodes' blocks, over links and VLANs, and to nowhere. */
final class RandomStatics {

    private RandomStatics() {}

    static void add(Draft draft) {
        Dice dice = draft.dice;
        if (!dice.chance(0.4)) {
            return;
        }
        for (String leaf : draft.leafs) {
            SwitchSketch device = draft.sketch.device(leaf);
            for (int i = 0; i < draft.nodes.size(); i++) {
                if (dice.chance(0.3)) {
                    toNode(draft, device, draft.nodes.get(i), i + 1);
                }
            }
            if (dice.chance(0.2)) {
                device.staticRoute(dice.pick(List.of("10.9.0.0/16", "10.9.1.0/26", "0.0.0.0/0")), "");
            }
        }
    }

    private static void toNode(Draft draft, SwitchSketch device, String node, int number) {
        Dice dice = draft.dice;
        String prefix = dice.chance(0.8) ? "10.9." + number + ".0/26" : "10.98.0.0/24";
        List<String> addresses = draft.addresses.entrySet().stream()
                .filter(each -> each.getKey().router().equals(node))
                .map(Map.Entry::getValue)
                .toList();
        if (addresses.isEmpty() || dice.chance(0.2)) {
            device.staticRoute(prefix, node);
        } else {
            device.staticRoute(prefix, node, dice.pick(addresses));
        }
    }
}
