package io.heddle.topology.plan;

import io.heddle.model.config.Neighbor;
import io.heddle.model.config.RoutedPort.InterfaceAddress;
import io.heddle.model.fabric.PortName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.topology.address.PlacedNetwork;
import io.heddle.topology.design.NodeAsn;
import io.heddle.topology.design.Over;
import io.heddle.topology.design.Role;
import io.heddle.topology.design.SessionRule;
import io.heddle.topology.wiring.Cable;
import io.heddle.topology.wiring.Tier;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The BGP neighbours of a device, in the order of its ports. */
final class Sessions {

    private final Draft draft;
    private final RoutedPorts ports;
    private final PeerGroups groups;
    private final @Nullable SessionRule[][] rules = new SessionRule[Role.values().length][Role.values().length];

    Sessions(Draft draft, RoutedPorts ports) {
        this.draft = draft;
        this.ports = ports;
        groups = new PeerGroups(draft.addresses().families());
        for (Role lower : Role.values()) {
            for (Role upper : Role.values()) {
                rules[lower.ordinal()][upper.ordinal()] = rule(lower, upper);
            }
        }
    }

    private @Nullable SessionRule rule(Role lower, Role upper) {
        boolean silentNode = lower == Role.NODE && draft.design().asn().node() == NodeAsn.NONE;
        Optional<SessionRule> found = draft.design().session(lower, upper);
        if (found.isEmpty() && upper == Role.BORDER_LEAF) {
            found = draft.design().session(lower, Role.LEAF);
        }
        return silentNode ? null : found.orElse(null);
    }

    List<Neighbor> of(int device) {
        List<Neighbor> neighbors = new ArrayList<>();
        BitSet met = new BitSet();
        for (Cable cable : draft.wiring().cables(device)) {
            int peer = cable.peer();
            if (draft.tier(peer) == Tier.OUT_OF_BAND) {
                continue;
            }
            boolean lower = isLower(device, peer);
            SessionRule rule = lower
                    ? rules[draft.role(device).ordinal()][draft.role(peer).ordinal()]
                    : rules[draft.role(peer).ordinal()][draft.role(device).ordinal()];
            if (rule == null) {
                continue;
            }
            if (CableUse.of(draft, device, peer) == CableUse.ROUTED && rule.over() != Over.SVI) {
                neighbors.add(overLink(device, cable, rule, lower));
            } else if (rule.over() != Over.LINK && !met.get(peer)) {
                met.set(peer);
                overVlan(device, cable, rule, lower, neighbors);
            }
        }
        return neighbors;
    }

    /** Of two leafs the first is the lower; their rule has equal sides. */
    private boolean isLower(int device, int peer) {
        int byTier = draft.tier(device).compareTo(draft.tier(peer));
        return byTier != 0 ? byTier < 0 : device < peer;
    }

    private Neighbor overLink(int device, Cable cable, SessionRule rule, boolean lower) {
        int peer = cable.peer();
        Optional<IpAddress> address = ports.isNumbered(device, peer)
                ? Optional.of(draft.addresses()
                        .links()
                        .address(peer, new Cable(cable.peerPort(), device, cable.port()), IpFamily.IPV4))
                : Optional.empty();
        return new Neighbor(
                draft.wiring().name(peer),
                Optional.of(cable.port()),
                address,
                draft.addresses().asns().of(peer),
                groups.of(rule, lower, Optional.empty()));
    }

    private void overVlan(int device, Cable cable, SessionRule rule, boolean lower, List<Neighbor> into) {
        for (InterfaceAddress each : vlanAddresses(device, cable)) {
            IpFamily family = each.address().family();
            if (draft.addresses().families().contains(family)) {
                into.add(new Neighbor(
                        draft.wiring().name(cable.peer()),
                        Optional.empty(),
                        Optional.of(each.address()),
                        draft.addresses().asns().of(cable.peer()),
                        groups.of(rule, lower, Optional.of(family))));
            }
        }
    }

    /** The peer's addresses on the VLAN that both have: one of each family. */
    private List<InterfaceAddress> vlanAddresses(int device, Cable cable) {
        int peer = cable.peer();
        List<InterfaceAddress> all;
        if (draft.tier(device) == Tier.NODE) {
            all = network(device, cable.port())
                    .map(each -> draft.leafAddresses(each, peer))
                    .orElse(List.of());
        } else if (draft.tier(peer) == Tier.NODE) {
            all = network(peer, cable.peerPort())
                    .map(each -> draft.nodeAddresses(each, peer))
                    .orElse(List.of());
        } else {
            all = draft.nodeNetworks(device).stream()
                    .filter(each -> !draft.leafAddresses(each, peer).isEmpty() && Draft.isForSessions(each.network()))
                    .findFirst()
                    .map(each -> draft.leafAddresses(each, peer))
                    .orElse(List.of());
        }
        List<InterfaceAddress> one = new ArrayList<>(2);
        for (IpFamily each : IpFamily.values()) {
            Draft.ofFamily(all, each).ifPresent(one::add);
        }
        return one;
    }

    /** The node's session network, if this port carries it. */
    private Optional<PlacedNetwork> network(int node, PortName port) {
        return draft.sessionNetwork(node).filter(each -> draft.nodeLink(node, port)
                .filter(link -> link.networks().contains(each.network().name()))
                .isPresent());
    }
}
