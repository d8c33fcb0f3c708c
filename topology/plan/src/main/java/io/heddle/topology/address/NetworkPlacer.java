package io.heddle.topology.address;

import io.heddle.model.fabric.Bond;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Network;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.VlanId;
import io.heddle.model.net.Vni;
import io.heddle.topology.design.Design;
import io.heddle.topology.design.NetworkScope;
import io.heddle.topology.fault.Faults;
import io.heddle.topology.wiring.Sites;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Places the networks of a fabric under a design: gives VNIs under an overlay, and cuts VLAN, VNI and subnets rack by rack where networks
 * do not stretch. Out-of-band networks, and those that no node carries, are left whole. Single-use.
 */
final class NetworkPlacer {

    /** A VLAN's VNI where the fabric names none. */
    private static final int VNI_BASE = 10_000;

    /** An IPv6 slice is a /64 where the subnet is this short or shorter, else {@value #IPV6_SMALL}. */
    private static final int IPV6_ROOMY = 48;

    private static final int IPV6_SMALL = 112;

    private final Fabric fabric;
    private final Design design;
    private final Sites sites;
    private final List<BlockPlan> podBlocks;
    private final SubnetShares shares;
    private final Set<NetworkName> carried;
    private final Faults faults;

    /** {@code podBlocks}: blocks of pods that are bridged; their pools are subnets that are cut as the blocks are. */
    NetworkPlacer(Fabric fabric, Design design, Sites sites, List<BlockPlan> podBlocks, Faults faults) {
        this.fabric = fabric;
        this.design = design;
        this.sites = sites;
        this.podBlocks = podBlocks;
        this.faults = faults;
        shares = new SubnetShares(fabric.networks());
        carried = carried(fabric);
    }

    NetworkPlan place() {
        List<Network> cut = new ArrayList<>();
        List<PlacedNetwork> placed = new ArrayList<>();
        for (Network each : fabric.networks()) {
            boolean isCut =
                    !each.outOfBand() && design.networks() == NetworkScope.PER_RACK && carried.contains(each.name());
            if (!isCut) {
                Network stretched =
                        each.outOfBand() ? each : overlaid(each, each.name(), each.vlan(), each.subnets(), each.vni());
                checkRoom(stretched);
                placed.add(new PlacedNetwork(each, stretched, Sites.NONE));
            } else {
                cut.add(each);
            }
        }
        placed.addAll(perRack(cut));
        checkVnis(placed);
        return new NetworkPlan(sites, placed, shares);
    }

    private List<PlacedNetwork> perRack(List<Network> networks) {
        VlanId[] vlans = design.overlay().evpn() ? freeVlans(networks) : new VlanId[0];
        List<PlacedNetwork> placed = new ArrayList<>();
        for (int n = 0; n < networks.size(); n++) {
            Network network = networks.get(n);
            int[] lengths =
                    network.subnets().stream().mapToInt(this::sliceLength).toArray();
            if (!fits(network, lengths) || (design.overlay().evpn() && vlans.length == 0)) {
                continue;
            }
            for (int site = 0; site < sites.count(); site++) {
                List<Prefix> slices = new ArrayList<>();
                for (int i = 0; i < lengths.length; i++) {
                    slices.add(network.subnets().get(i).subnet(lengths[i], site));
                }
                NetworkName name = NetworkName.of(network.name() + "-" + sites.name(site));
                // Without an overlay a VLAN ends at the leaf, so every rack can use the same.
                VlanId vlan = vlans.length == 0 ? network.vlan() : vlans[site * networks.size() + n];
                placed.add(new PlacedNetwork(network, overlaid(network, name, vlan, slices, Optional.empty()), site));
            }
        }
        return placed;
    }

    private Network overlaid(Network of, NetworkName name, VlanId vlan, List<Prefix> subnets, Optional<Vni> given) {
        boolean evpn = design.overlay().evpn();
        Optional<Vni> vni =
                evpn ? Optional.of(given.orElseGet(() -> new Vni(VNI_BASE + vlan.value()))) : Optional.empty();
        VrfName vrf = evpn && of.vrf().equals(VrfName.DEFAULT) ? VrfPlan.TENANT : of.vrf();
        return new Network(name, vlan, subnets, vni, evpn ? vrf : VrfName.DEFAULT, of.provisioning(), false);
    }

    /** VLANs for each network in each rack, rack by rack: those that no stretched network uses. Empty if there are too few. */
    private VlanId[] freeVlans(List<Network> perRack) {
        boolean[] used = new boolean[4095];
        used[1] = true;
        fabric.networks().stream()
                .filter(each -> !perRack.contains(each))
                .forEach(each -> used[each.vlan().value()] = true);
        VlanId[] free = new VlanId[4094];
        int count = 0;
        for (int vlan = 1; vlan <= 4094; vlan++) {
            if (!used[vlan]) {
                free[count++] = new VlanId(vlan);
            }
        }
        long needed = (long) perRack.size() * sites.count();
        if (needed > count) {
            faults.add(
                    "VLANs",
                    needed + " needed: " + perRack.size() + " networks in each of " + sites.count() + " racks",
                    "at most " + count);
            return new VlanId[0];
        }
        return Arrays.copyOf(free, count);
    }

    private int sliceLength(Prefix subnet) {
        for (BlockPlan each : podBlocks) {
            if (each.pool().equals(subnet)) {
                return each.aggregateLength();
            }
        }
        if (subnet.family() == IpFamily.IPV6) {
            return subnet.length() <= IPV6_ROOMY ? 64 : Math.max(subnet.length(), IPV6_SMALL);
        }
        int hosts = shares.of(subnet) * (sites.mostLeafs() + sites.mostNodes()) + 3;
        return 32 - Integer.numberOfTrailingZeros(Slots.roundUp(hosts));
    }

    private boolean fits(Network network, int[] lengths) {
        boolean fits = true;
        for (int i = 0; i < lengths.length; i++) {
            Prefix subnet = network.subnets().get(i);
            int bits = lengths[i] - subnet.length();
            if (bits < 0 || (bits < 31 && sites.count() > 1 << bits)) {
                faults.add(
                        "network " + network.name() + " " + subnet,
                        sites.count() + " racks of a /" + lengths[i] + " each needed",
                        bits < 0 ? "a shorter prefix" : "at most " + (1 << bits));
                fits = false;
            }
        }
        return fits;
    }

    /** Leafs and nodes stand from the subnet's first address up to its end, or up to the pods' pool where that lies inside. */
    private void checkRoom(Network network) {
        if (!carried.contains(network.name())) {
            return;
        }
        for (Prefix subnet : network.subnets()) {
            if (podBlocks.stream().anyMatch(each -> each.pool().contains(subnet))) {
                continue;
            }
            long room = subnet.size();
            for (BlockPlan each : podBlocks) {
                boolean near = each.pool().address().high() == subnet.address().high();
                if (subnet.contains(each.pool()) && near) {
                    room = each.pool().address().low() - subnet.address().low();
                }
            }
            long needed = (long) sites.count() * shares.of(subnet) * (sites.mostLeafs() + sites.mostNodes()) + 3;
            if (needed > room) {
                faults.add(
                        "network " + network.name() + " " + subnet,
                        needed + " addresses needed for leafs and nodes",
                        "at most " + room + (room < subnet.size() ? ": pods begin there" : ""));
            }
        }
    }

    /** Nodes of a kind share their lists, so most of them are passed over. */
    private static Set<NetworkName> carried(Fabric fabric) {
        Set<NetworkName> carried = new HashSet<>();
        Set<Object> met = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Node node : fabric.nodes()) {
            if (met.add(node.bonds())) {
                for (Bond each : node.bonds()) {
                    carried.addAll(each.networks());
                    each.nativeNetwork().ifPresent(carried::add);
                }
            }
            if (met.add(node.portNetworks())) {
                node.portNetworks().forEach(each -> carried.addAll(each.networks()));
            }
        }
        return carried;
    }

    private void checkVnis(List<PlacedNetwork> placed) {
        Map<Vni, NetworkName> users = new HashMap<>();
        for (PlacedNetwork each : placed) {
            each.network().vni().ifPresent(vni -> {
                NetworkName other = users.putIfAbsent(vni, each.network().name());
                if (other != null) {
                    faults.add(
                            "VNI " + vni,
                            "networks " + other + " and " + each.network().name(),
                            "one network");
                }
            });
        }
    }
}
