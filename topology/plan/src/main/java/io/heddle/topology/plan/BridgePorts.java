package io.heddle.topology.plan;

import io.heddle.model.config.BridgePort;
import io.heddle.model.fabric.BondName;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.EthernetSegment;
import io.heddle.model.fabric.Lacp;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.fabric.PortName;
import io.heddle.model.net.Esi;
import io.heddle.model.net.VlanId;
import io.heddle.topology.wiring.Cable;
import io.heddle.topology.wiring.Sites;
import io.heddle.topology.wiring.Tier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The bridge of a switch. Cables to one bond of a node are one bridge port; so are all cables to one switch, or to both switches of an
 * MLAG pair, which then has the name of the first as its neighbour.
 */
final class BridgePorts {

    /** Both halves of a multi-chassis bond upwards have this MLAG id; those to nodes count from 1. */
    private static final int UPLINK = 4000;

    private record Segment(DeviceName node, BondName bond) {}

    /** Cables with an equal bundle make one bridge port. {@code link} is -1 between switches. */
    private record Bundle(int peer, int link) {}

    private final Draft draft;
    private final Map<Segment, Esi> segments = new HashMap<>();
    private final Vlans vlans;
    private final int mostLinks;

    BridgePorts(Draft draft, Vlans vlans) {
        this.draft = draft;
        this.vlans = vlans;
        for (EthernetSegment each : draft.wiring().fabric().ethernetSegments()) {
            segments.put(new Segment(each.node(), each.bond()), each.esi());
        }
        int most = 1;
        for (int i = 0; i < draft.wiring().nodeCount(); i++) {
            most = Math.max(
                    most, draft.nodeLinks(draft.wiring().switchCount() + i).size());
        }
        mostLinks = most;
    }

    List<BridgePort> of(int device) {
        Map<Bundle, List<Cable>> bundles = new LinkedHashMap<>();
        for (Cable each : draft.wiring().cables(device)) {
            if (CableUse.of(draft, device, each.peer()) == CableUse.BRIDGED) {
                bundle(device, each).ifPresent(bundle -> bundles.computeIfAbsent(bundle, _ -> new ArrayList<>(2))
                        .add(each));
            }
        }
        List<BridgePort> ports = new ArrayList<>(bundles.size());
        bundles.forEach((bundle, cables) ->
                ports.add(bundle.link >= 0 ? toNode(device, bundle, cables) : toSwitch(device, bundle.peer, cables)));
        return ports;
    }

    private Optional<Bundle> bundle(int device, Cable cable) {
        int peer = cable.peer();
        if (draft.tier(peer) == Tier.NODE) {
            return draft.nodeLink(peer, cable.peerPort()).map(link -> new Bundle(peer, link.index()));
        }
        int pair = draft.mlagPeer(peer);
        return Optional.of(new Bundle(pair < 0 || pair == device ? peer : Math.min(pair, peer), -1));
    }

    private BridgePort toNode(int device, Bundle bundle, List<Cable> cables) {
        NodeLink link = draft.nodeLinks(bundle.peer).get(bundle.link);
        DeviceName node = draft.wiring().name(bundle.peer);
        boolean bonded = link.bond().isPresent();
        int number = draft.addresses().sites().positionOf(bundle.peer) * mostLinks + bundle.link + 1;
        boolean split = bonded && link.members().size() > cables.size();
        return new BridgePort(
                bonded ? "bond" + number : cables.getFirst().port().value(),
                ports(cables),
                node,
                vlans(link.tagged()),
                link.untagged().flatMap(this::vlan),
                link.lacp(),
                split && draft.mlagPeer(device) >= 0 ? OptionalInt.of(number) : OptionalInt.empty(),
                link.bond().flatMap(bond -> Optional.ofNullable(segments.get(new Segment(node, bond)))),
                false,
                draft.addresses().mtu().link());
    }

    private BridgePort toSwitch(int device, int peer, List<Cable> cables) {
        boolean peerLink = draft.mlagPeer(device) == peer;
        int ownPeer = draft.mlagPeer(device);
        boolean multiChassis = !peerLink
                && ownPeer >= 0
                && draft.wiring().cables(ownPeer).stream()
                        .anyMatch(each -> each.peer() == peer || draft.mlagPeer(peer) == each.peer());
        boolean down = draft.tier(peer).compareTo(draft.tier(device)) < 0;
        int site = draft.addresses().sites().siteOf(peer);
        int number = !down
                ? UPLINK
                : site == Sites.NONE ? UPLINK + 1 + draft.addresses().sites().positionOf(peer) : site + 1;
        boolean bonded = multiChassis || peerLink || cables.size() > 1;
        return new BridgePort(
                peerLink
                        ? "peerlink"
                        : bonded ? "bond" + number : cables.getFirst().port().value(),
                ports(cables),
                draft.wiring().name(peer),
                trunk(device),
                Optional.empty(),
                bonded ? Optional.of(Lacp.FAST) : Optional.empty(),
                multiChassis ? OptionalInt.of(number) : OptionalInt.empty(),
                Optional.empty(),
                peerLink,
                draft.addresses().mtu().link());
    }

    /** Every VLAN of the switch. */
    private List<VlanId> trunk(int device) {
        return vlans.networks(device).stream()
                .map(each -> each.network().vlan())
                .distinct()
                .toList();
    }

    private static List<PortName> ports(List<Cable> cables) {
        return cables.stream().map(Cable::port).toList();
    }

    private List<VlanId> vlans(List<NetworkName> names) {
        List<VlanId> vlans = new ArrayList<>(names.size());
        for (NetworkName each : names) {
            vlan(each).ifPresent(vlans::add);
        }
        return vlans;
    }

    private Optional<VlanId> vlan(NetworkName name) {
        return draft.network(name).map(each -> each.network().vlan());
    }
}
