package io.heddle.test.fabrics;

import io.heddle.model.fabric.Link;
import io.heddle.model.net.Asn;
import java.util.List;

/** Switches, the routed links between them and the sessions over those. */
final class RandomSwitches {

    /** How AS numbers are given out. */
    private enum Numbering {
        ONE_A_SWITCH,
        ONE_A_LEAF_AND_ONE_FOR_THE_SPINES,
        ONE_FOR_LEAFS_AND_ONE_FOR_SPINES,
        ONE_FOR_ALL,
        ANY
    }

    private final Draft draft;
    private final Dice dice;
    private final List<Asn> asns;
    private final double reflecting;

    private RandomSwitches(Draft draft, List<Asn> asns) {
        this.draft = draft;
        this.dice = draft.dice;
        this.asns = asns;
        this.reflecting = dice.pick(List.of(0.1, 0.3, 0.6));
    }

    static void add(Draft draft, List<Asn> asns) {
        RandomSwitches made = new RandomSwitches(draft, asns);
        made.switches();
        made.links();
    }

    private void switches() {
        Numbering numbering = dice.pick(List.of(Numbering.values()));
        int spines = dice.between(0, 4);
        int leafs = dice.between(Math.max(1, 2 - spines), 6);
        for (int i = 1; i <= leafs; i++) {
            draft.leafs.add("l" + i);
            speaker("l" + i, asn(numbering, i, false));
        }
        for (int i = 1; i <= spines; i++) {
            draft.spines.add("s" + i);
            speaker("s" + i, asn(numbering, 20 + i, true));
        }
    }

    private Asn asn(Numbering numbering, int number, boolean spine) {
        return switch (numbering) {
            case ONE_A_SWITCH -> new Asn(65100 + number);
            case ONE_A_LEAF_AND_ONE_FOR_THE_SPINES -> spine ? asns.getFirst() : new Asn(65100 + number);
            case ONE_FOR_LEAFS_AND_ONE_FOR_SPINES -> asns.get(spine ? 0 : 1);
            case ONE_FOR_ALL -> asns.getFirst();
            case ANY -> dice.pick(asns);
        };
    }

    private void speaker(String name, Asn asn) {
        String id = draft.nextRouterId();
        SwitchSketch device = draft.sketch.device(name);
        if (dice.chance(0.03)) {
            device.loopback(id);
            return;
        }
        device.bgp(asn.value(), id);
        if (draft.ipv6) {
            device.loopback("2001:db8::" + Integer.toHexString(draft.next("loopback")));
        }
        device.bgp().multipath(dice.chance(0.8) ? 64 : dice.between(1, 3), dice.chance(0.8));
        draft.speakers.put(name, asn);
    }

    private void links() {
        boolean irregular = draft.spines.isEmpty() || dice.chance(0.3);
        for (String leaf : draft.leafs) {
            for (String spine : draft.spines) {
                for (int i = dice.chance(0.15) ? 2 : 1; i > 0; i--) {
                    if (dice.chance(0.93)) {
                        link(leaf, spine);
                    }
                }
            }
        }
        if (irregular) {
            List<String> all = draft.switches();
            for (int i = dice.between(1, all.size() + 1); i > 0; i--) {
                List<String> ends = dice.some(all, 2);
                link(ends.getFirst(), ends.getLast());
            }
        }
    }

    private void link(String a, String b) {
        int subnet = draft.next("subnet");
        boolean numbered = dice.chance(0.4);
        List<String> ofA = numbered ? List.of("10.2." + subnet + ".0/31") : List.of();
        List<String> ofB = numbered ? List.of("10.2." + subnet + ".1/31") : List.of();
        Link link = draft.sketch.routed(a, b, ofA, ofB);
        draft.links.add(link);
        if (draft.speakers.containsKey(a) && draft.speakers.containsKey(b) && dice.chance(0.95)) {
            draft.sketch.bgp(a).group(draft.policies.group(reflecting));
            draft.sketch.bgp(b).group(draft.policies.group(reflecting));
            draft.sketch.peerOver(link);
        }
    }
}
