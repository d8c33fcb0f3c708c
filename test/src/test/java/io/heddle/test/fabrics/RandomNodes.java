package io.heddle.test.fabrics;

import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.fabric.Link;
import io.heddle.model.net.Asn;
import io.heddle.model.net.Esi;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Nodes, how they are attached, and their pods. */
final class RandomNodes {

    private final Draft draft;
    private final Dice dice;
    private final List<Asn> asns;
    private final boolean oneAs;
    private final Set<IpAddress> podAddresses = new HashSet<>();

    private RandomNodes(Draft draft, List<Asn> asns) {
        this.draft = draft;
        this.dice = draft.dice;
        this.asns = asns;
        this.oneAs = dice.chance(0.3);
    }

    static void add(Draft draft, List<Asn> asns) {
        RandomNodes made = new RandomNodes(draft, asns);
        for (int i = draft.dice.between(0, 12); i > 0; i--) {
            made.node("n" + (draft.nodes.size() + 1));
        }
    }

    private void node(String name) {
        draft.nodes.add(name);
        NodeSketch node = draft.sketch.node(name);
        List<String> leafs = homes();
        if (dice.chance(0.65)) {
            speaker(node, leafs.getFirst());
        }
        if (dice.chance(0.3)) {
            leafs.forEach(leaf -> routed(name, leaf));
        } else {
            bridged(node, leafs);
        }
        pods(node, draft.nodes.size());
    }

    /** One leaf, a pair, or any two switches. */
    private List<String> homes() {
        if (dice.chance(0.1)) {
            return dice.some(draft.switches(), 2);
        }
        String leaf = dice.pick(draft.leafs);
        int index = draft.leafs.indexOf(leaf);
        int other = index % 2 == 0 ? index + 1 : index - 1;
        return other < draft.leafs.size() && dice.chance(0.7) ? List.of(leaf, draft.leafs.get(other)) : List.of(leaf);
    }

    private void speaker(NodeSketch node, String leaf) {
        Asn asn = oneAs
                ? asns.getLast()
                : dice.chance(0.4)
                        ? draft.speakers.getOrDefault(leaf, asns.getFirst())
                        : new Asn(65300 + draft.nodes.size());
        node.bgp(asn.value(), draft.nextRouterId());
        node.bgp().multipath(64, true);
        draft.speakers.put(node.name().value(), asn);
    }

    private void routed(String name, String leaf) {
        Link link = draft.sketch.routed(name, leaf);
        draft.links.add(link);
        if (draft.speakers.containsKey(name) && draft.speakers.containsKey(leaf)) {
            draft.sketch.bgp(name).group(draft.policies.group(0));
            draft.sketch.bgp(leaf).group(draft.policies.group(0.6));
            draft.sketch.peerOver(link);
        }
    }

    private void bridged(NodeSketch node, List<String> leafs) {
        String name = node.name().value();
        List<Integer> vlans = dice.some(RandomVlans.VLANS, dice.between(1, 3));
        int[] carried = RandomVlans.carried(vlans);
        Optional<Esi> segment = leafs.size() > 1 && dice.chance(0.85)
                ? Optional.of(new Esi(3, draft.next("segment")))
                : Optional.empty();
        boolean single = dice.chance(0.1);
        for (String leaf : leafs) {
            for (int i = dice.chance(0.2) ? 2 : 1; i > 0; i--) {
                draft.links.add(
                        single
                                ? draft.sketch.attachSingly(name, leaf, carried)
                                : draft.sketch.attach(name, leaf, segment, carried));
            }
        }
        for (int vlan : dice.each(vlans, 0.8)) {
            String address = "10.1." + Math.min(vlan, 20) + "." + (80 + 2 * vlan + draft.nodes.size());
            draft.addresses.put(new Draft.Place(name, vlan), address);
            long mac = draft.next("MAC");
            if (draft.ipv6) {
                node.on(vlan, mac, address + "/24", "2001:db8:1:" + vlan + "::1" + draft.nodes.size() + "/64");
            } else {
                node.on(vlan, mac, address + "/24");
            }
        }
        if (dice.chance(0.4)) {
            node.bridgePodsTo(dice.pick(RandomVlans.VLANS));
        }
    }

    private void pods(NodeSketch node, int number) {
        if (dice.chance(0.8)) {
            node.block("10.9." + number + ".0/26");
        }
        if (dice.chance(0.3)) {
            node.block("10.9." + number + ".128/26");
        }
        for (int i = dice.between(0, 4); i > 0; i--) {
            int suffix = number * 4 + i;
            String ipv4 =
                    switch (dice.between(0, 3)) {
                        case 0 -> "10.9.100." + suffix;
                        case 1 -> "10.1.10." + (180 + suffix % 60);
                        default -> "10.9." + number + "." + i;
                    };
            pod(node, IpAddress.parse(ipv4), IpAddress.parse("2001:db8:9:" + number + "::" + i));
        }
    }

    /** Addresses on VLAN 10 may have met another pod's there: such a pod is left out. */
    private void pod(NodeSketch node, IpAddress ipv4, IpAddress ipv6) {
        if (!podAddresses.add(ipv4)) {
            return;
        }
        node.pod(new Endpoint(
                Optional.empty(),
                node.name(),
                new Mac(0x0200_0000_0000L + draft.next("MAC")),
                draft.ipv6 && dice.chance(0.2) ? Optional.empty() : Optional.of(ipv4),
                draft.ipv6 ? Optional.of(ipv6) : Optional.empty()));
    }
}
