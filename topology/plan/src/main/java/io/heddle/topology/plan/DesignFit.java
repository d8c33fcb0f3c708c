package io.heddle.topology.plan;

import io.heddle.model.config.NodeProgram.PodVisibility;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.topology.design.Announcer;
import io.heddle.topology.design.Design;
import io.heddle.topology.design.NodeAsn;
import io.heddle.topology.design.Over;
import io.heddle.topology.design.Role;
import io.heddle.topology.design.SessionRule;
import io.heddle.topology.design.Underlay;
import io.heddle.topology.fault.Faults;
import io.heddle.topology.wiring.Cable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether a fabric can be run by a design at all. */
final class DesignFit {

    private final Draft draft;
    private final Design design;
    private final Faults faults;

    DesignFit(Draft draft, Faults faults) {
        this.draft = draft;
        this.design = draft.design();
        this.faults = faults;
    }

    void check() {
        bridgedFabric();
        segments();
        for (int i = 0; i < draft.wiring().nodeCount(); i++) {
            int node = draft.wiring().switchCount() + i;
            if (draft.isLayer3(node)) {
                layer3(node);
            } else {
                layer2(node);
            }
        }
    }

    private void bridgedFabric() {
        if (design.underlay() != Underlay.BRIDGED) {
            return;
        }
        List<Integer> above = new ArrayList<>();
        for (int i = 0; i < draft.wiring().switchCount(); i++) {
            SwitchRole role = draft.wiring().switchAt(i).role();
            if (role == SwitchRole.SPINE || role == SwitchRole.SUPER_SPINE) {
                above.add(i);
            }
        }
        boolean onePair = above.size() == 2 && draft.mlagPeer(above.getFirst()) == above.getLast();
        if (above.size() > 1 && !onePair) {
            faults.add(
                    "design " + design.name(),
                    above.size() + " spines that bridge",
                    "one, or two that form an MLAG pair: spanning tree would block all but one");
        }
    }

    private void segments() {
        int count = draft.wiring().fabric().ethernetSegments().size();
        if (count > 0 && !design.overlay().evpn()) {
            faults.add(
                    "design " + design.name(),
                    count + " Ethernet segments",
                    "a design with EVPN, or leafs in MLAG pairs (RFC 7432 section 5)");
        }
    }

    private void layer3(int node) {
        String name = draft.wiring().name(node).value();
        if (design.underlay() == Underlay.BRIDGED || design.overlay().evpn()) {
            faults.add(name, "a node attached by layer 3", "nodes on VLANs: design " + design.name() + " bridges them");
        } else if (design.pods().visibility() == PodVisibility.BRIDGED
                && draft.wiring().nodeAt(node).runsPods()) {
            faults.add(name, "a node attached by layer 3", "nodes on VLANs, where pods are bridged");
        }
        nodeRule()
                .filter(each -> each.over() == Over.SVI)
                .ifPresent(_ -> faults.add(
                        name, "sessions over a VLAN to a node attached by layer 3", "sessions over its links"));
        overBonds(node);
    }

    private void layer2(int node) {
        String name = draft.wiring().name(node).value();
        Optional<SessionRule> rule = nodeRule();
        if (rule.isPresent() && rule.get().over() == Over.LINK) {
            if (!overBonds(node)) {
                faults.add(name, "a session over the link of a node on VLANs", "sessions over its VLAN, or layer 3");
            }
            return;
        }
        boolean hasNextHop = rule.isPresent() || design.pods().announcedBy(Announcer.LEAF);
        if (hasNextHop && draft.sessionNetwork(node).isEmpty()) {
            faults.add(
                    name,
                    "no network with an address of its own",
                    "one that serves neither provisioning nor management, to reach it by");
        }
        if (design.pods().visibility() == PodVisibility.BRIDGED
                && draft.wiring().nodeAt(node).runsPods()
                && PodNetwork.of(draft, node).isEmpty()) {
            String wanted = draft.options().podNetwork().map(Object::toString).orElse("pods");
            faults.add(name, "no bond that carries the pods' network", "network " + wanted + " on it");
        }
    }

    private Optional<SessionRule> nodeRule() {
        return design.asn().node() == NodeAsn.NONE ? Optional.empty() : design.session(Role.NODE, Role.LEAF);
    }

    /**
     * A session over a link needs a link: link-local traffic of a bond to two leafs hashes to either, and the other leaf's session never
     * comes up.
     */
    private boolean overBonds(int node) {
        boolean found = false;
        if (nodeRule().isPresent()) {
            for (NodeLink link : draft.nodeLinks(node)) {
                Set<String> leafs = new TreeSet<>();
                for (Cable each : draft.wiring().cables(node)) {
                    if (link.bond().isPresent() && link.members().contains(each.port())) {
                        leafs.add(draft.wiring().name(each.peer()).value());
                    }
                }
                if (leafs.size() > 1) {
                    found = true;
                    faults.add(
                            draft.wiring().name(node) + " " + link.bond().orElseThrow(),
                            "BGP over a link that is a bond to " + String.join(" and ", leafs),
                            "a session to each leaf's own VLAN address, or links in no bond");
                }
            }
        }
        return found;
    }
}
