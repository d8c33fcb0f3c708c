package io.heddle.topology.check;

import io.heddle.model.fabric.Attachment;
import io.heddle.model.fabric.Bond;
import io.heddle.model.fabric.BondName;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.MlagPair;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.Port;
import io.heddle.model.fabric.PortIndex;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.net.Bandwidth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The bonds of nodes: their members, and what is at the other end. */
final class BondChecks {

    private record NodeBond(DeviceName node, BondName bond) {}

    private final Fabric fabric;
    private final PortIndex ports;
    private final Findings findings;
    private final Set<NodeBond> segments;

    private BondChecks(Fabric fabric, PortIndex ports, Findings findings) {
        this.fabric = fabric;
        this.ports = ports;
        this.findings = findings;
        segments = fabric.ethernetSegments().stream()
                .map(each -> new NodeBond(each.node(), each.bond()))
                .collect(Collectors.toSet());
    }

    static void check(Fabric fabric, PortIndex ports, Findings findings) {
        BondChecks checks = new BondChecks(fabric, ports, findings);
        fabric.nodes().forEach(checks::check);
    }

    private void check(Node node) {
        if (node.attachment() == Attachment.L3 && !node.bonds().isEmpty()) {
            findings.error(
                    Rule.BOND_ROUTED,
                    node.name(),
                    "attachment l3 with " + node.bonds().size() + " bond"
                            + (node.bonds().size() == 1 ? "" : "s"),
                    "no bond, or attachment l2");
        }
        Map<PortName, Bond> owner = new HashMap<>();
        for (Bond bond : node.bonds()) {
            for (PortName member : bond.members()) {
                Bond other = owner.putIfAbsent(member, bond);
                if (other != null) {
                    findings.error(
                            Rule.BOND_MEMBER,
                            subject(node, bond),
                            "port " + member + ", which is in " + other.name() + " too",
                            "each port in one bond");
                }
            }
            checkMembers(node, bond);
            checkFarEnds(node, bond);
        }
    }

    private void checkMembers(Node node, Bond bond) {
        Set<Bandwidth> speeds = new TreeSet<>();
        for (PortName member : bond.members()) {
            PortRef ref = new PortRef(node.name(), member);
            Optional<Port> port = ports.find(ref);
            port.ifPresent(each -> speeds.add(each.speed()));
            if (port.isEmpty()) {
                findings.error(
                        Rule.BOND_MEMBER,
                        subject(node, bond),
                        "port " + member + ", which the node does not have",
                        "a port of its cards");
            } else if (fabric.linkAt(ref).isEmpty()) {
                findings.warning(
                        Rule.BOND_MEMBER,
                        subject(node, bond),
                        "port " + member + " without a cable",
                        "a cable to a leaf");
            }
        }
        if (speeds.size() > 1) {
            findings.error(
                    Rule.BOND_SPEED, subject(node, bond), "members at " + joined(speeds), "members of one speed");
        }
    }

    private void checkFarEnds(Node node, Bond bond) {
        Set<DeviceName> leafs = new TreeSet<>();
        for (PortName member : bond.members()) {
            fabric.farEnd(new PortRef(node.name(), member)).ifPresent(far -> leafs.add(far.device()));
        }
        List<DeviceName> two = new ArrayList<>(leafs);
        if (two.size() > 2) {
            findings.error(
                    Rule.BOND_LEAFS,
                    subject(node, bond),
                    "cables to " + two.size() + " devices: " + joined(leafs),
                    "at most two leafs");
        } else if (two.size() == 2 && !arePartners(two.getFirst(), two.getLast()) && !isSegment(node, bond)) {
            findings.error(
                    Rule.BOND_LEAFS,
                    subject(node, bond),
                    "cables to " + joined(leafs) + ", which are no MLAG pair and no Ethernet segment",
                    "both cables on one leaf, or an MLAG pair or an Ethernet segment of the two");
        }
    }

    private boolean arePartners(DeviceName one, DeviceName other) {
        Optional<MlagPair> pair = fabric.mlagPairOf(one);
        return pair.isPresent() && pair.get().has(other);
    }

    private boolean isSegment(Node node, Bond bond) {
        return segments.contains(new NodeBond(node.name(), bond.name()));
    }

    static String subject(Node node, Bond bond) {
        return bond.name() + " of " + node.name();
    }

    private static String joined(Set<?> values) {
        return String.join(" and ", values.stream().map(Object::toString).toList());
    }
}
