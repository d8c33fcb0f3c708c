package io.heddle.topology.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.Neighbor;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.RoutedPort;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import io.heddle.topology.RandomSpecs;
import io.heddle.topology.Specs;
import io.heddle.topology.design.Designs;
import io.heddle.topology.design.Numbering;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every design on every fabric that suits it. */
class PlanProperties {

    @Provide
    Arbitrary<Plan> plans() {
        Arbitrary<String> onVlans = Arbitraries.of("evpn-l2", "evpn-asymmetric", "evpn-symmetric");
        Arbitrary<String> routing = Arbitraries.of(
                "calico-as-per-rack",
                "calico-as-per-server",
                "calico-downward-default",
                "node-blocks",
                "plain-ebgp",
                "rack-aggregates");
        Arbitrary<PlanOptions> options = Combinators.combine(
                        Arbitraries.of(Numbering.values()), Arbitraries.of(IpFamily.values()))
                .as((numbering, family) ->
                        PlanOptions.DEFAULT.withLinks(numbering).withVtepFamily(family));
        return Arbitraries.oneOf(
                Combinators.combine(RandomSpecs.bridged(), Arbitraries.oneOf(onVlans, routing), options)
                        .as(PlanProperties::plan),
                Combinators.combine(RandomSpecs.routed(), routing, options).as(PlanProperties::plan));
    }

    private static Plan plan(Specs specs, String design, PlanOptions options) {
        return Plans.tryOf(specs, Designs.of(design), options.withPairMode(specs.pairMode()))
                .orThrow();
    }

    private static Map<DeviceName, BgpConfig> speakers(Plan plan) {
        Map<DeviceName, BgpConfig> speakers = new HashMap<>();
        plan.config().switches().forEach(each -> each.bgp().ifPresent(bgp -> speakers.put(each.name(), bgp)));
        plan.config().nodes().forEach(each -> each.bgp().ifPresent(bgp -> speakers.put(each.name(), bgp)));
        plan.config().externalRouters().forEach(each -> speakers.put(each.name(), each.bgp()));
        return speakers;
    }

    @Property(tries = 80)
    void everyNeighbourHasItsMate(@ForAll("plans") Plan plan) {
        Map<DeviceName, BgpConfig> speakers = speakers(plan);
        Map<DeviceName, Set<IpAddress>> addresses = addressesByDevice(plan);
        speakers.forEach((name, bgp) -> {
            for (Neighbor each : bgp.neighbors()) {
                BgpConfig peer = speakers.get(each.peer());
                assertThat(peer).as("%s speaks BGP with %s", each.peer(), name).isNotNull();
                assertThat(each.remoteAs()).isEqualTo(peer.asn());
                each.address().ifPresent(address -> assertThat(addresses.get(each.peer()))
                        .as("%s has the address that %s peers with", each.peer(), name)
                        .contains(address));
                List<Neighbor> mates = peer.neighbors().stream()
                        .filter(mate -> mate.peer().equals(name) && isMate(plan, name, each, mate))
                        .toList();
                assertThat(mates).as("mates of %s on %s", each, name).hasSize(1);
                Neighbor mate = mates.getFirst();
                assertThat(mate.remoteAs()).isEqualTo(bgp.asn());
                assertThat(mate.group().families()).isEqualTo(each.group().families());
                assertThat(mate.address().isPresent()).isEqualTo(each.address().isPresent());
            }
        });
    }

    private static boolean isMate(Plan plan, DeviceName name, Neighbor one, Neighbor other) {
        if (one.port().isPresent()) {
            Optional<PortRef> far =
                    plan.fabric().farEnd(new PortRef(name, one.port().get()));
            return far.equals(other.port().map(port -> new PortRef(one.peer(), port)));
        }
        return other.port().isEmpty()
                && other.address().orElseThrow().family()
                        == one.address().orElseThrow().family();
    }

    @Property(tries = 80)
    void aPortAndAPeerAddressHaveOneSession(@ForAll("plans") Plan plan) {
        speakers(plan).forEach((name, bgp) -> assertThat(bgp.neighbors())
                .extracting(each -> each.port().isPresent() ? each.port() : each.address())
                .as(name.value())
                .doesNotHaveDuplicates());
    }

    @Property(tries = 80)
    void noAddressIsUsedTwice(@ForAll("plans") Plan plan) {
        Set<IpAddress> anycast = new HashSet<>();
        for (SwitchConfig each : plan.config().switches()) {
            each.vtep().flatMap(vtep -> vtep.anycast()).ifPresent(anycast::add);
        }
        List<IpAddress> all = new ArrayList<>();
        addressesByDevice(plan).values().forEach(all::addAll);
        all.removeIf(anycast::contains);
        assertThat(all).doesNotHaveDuplicates();
        Set<IpAddress> own = new HashSet<>(all);
        assertThat(plan.endpoints().nodes()).allSatisfy(node -> {
            for (int i = 0; i < node.size(); i++) {
                assertThat(own).doesNotContain(node.get(i).ipv4().orElseThrow());
            }
        });
    }

    private static Map<DeviceName, Set<IpAddress>> addressesByDevice(Plan plan) {
        Map<DeviceName, Set<IpAddress>> byDevice = new HashMap<>();
        for (SwitchConfig each : plan.config().switches()) {
            Set<IpAddress> own = new HashSet<>(each.loopbacks());
            each.routedPorts().forEach(port -> port.addresses().forEach(address -> own.add(address.address())));
            for (VlanConfig vlan : each.vlans()) {
                vlan.svi().ifPresent(svi -> svi.own().forEach(address -> own.add(address.address())));
            }
            byDevice.put(each.name(), own);
        }
        for (NodeProgram each : plan.config().nodes()) {
            Set<IpAddress> own = new HashSet<>(each.loopbacks());
            each.routedPorts().forEach(port -> port.addresses().forEach(address -> own.add(address.address())));
            each.interfaces().forEach(network -> network.addresses().forEach(address -> own.add(address.address())));
            byDevice.put(each.name(), own);
        }
        // An external router's addresses are those its sessions are told of at our end.
        plan.config()
                .externalRouters()
                .forEach(each -> byDevice.put(
                        each.name(),
                        plan.config().switches().stream()
                                .flatMap(device -> device.bgp().stream())
                                .flatMap(bgp -> bgp.neighbors().stream())
                                .filter(neighbor -> neighbor.peer().equals(each.name()))
                                .flatMap(neighbor -> neighbor.address().stream())
                                .collect(java.util.stream.Collectors.toSet())));
        return byDevice;
    }

    @Property(tries = 60)
    void theTwoEndsOfALinkShareASubnetOfTwo(@ForAll("plans") Plan plan) {
        Map<PortRef, RoutedPort> ports = new HashMap<>();
        plan.config().switches().forEach(each -> each.routedPorts()
                .forEach(port -> ports.put(new PortRef(each.name(), port.port()), port)));
        plan.config().nodes().forEach(each -> each.routedPorts()
                .forEach(port -> ports.put(new PortRef(each.name(), port.port()), port)));
        ports.forEach((ref, port) -> {
            RoutedPort far = ports.get(plan.fabric().farEnd(ref).orElseThrow());
            if (far == null) {
                assertThat(port.neighbor()).hasToString("internet");
                return;
            }
            assertThat(far.mtu()).isEqualTo(port.mtu());
            assertThat(far.addresses()).hasSameSizeAs(port.addresses());
            for (int i = 0; i < port.addresses().size(); i++) {
                RoutedPort.InterfaceAddress near = port.addresses().get(i);
                assertThat(near.length()).isEqualTo(near.address().family().bits() - 1);
                assertThat(Prefix.covering(near.address(), near.length())
                                .contains(far.addresses().get(i).address()))
                        .isTrue();
            }
        });
    }

    @Property(tries = 80)
    void numbersThatMustDifferDo(@ForAll("plans") Plan plan) {
        Map<DeviceName, BgpConfig> speakers = speakers(plan);
        assertThat(speakers.values()).extracting(BgpConfig::routerId).doesNotHaveDuplicates();
        assertThat(speakers.values()).extracting(BgpConfig::asn).allMatch(Asn::isPrivate);
        assertThat(plan.config().nodes().stream()
                        .flatMap(each -> each.interfaces().stream())
                        .map(NodeProgram.NetworkInterface::mac))
                .doesNotHaveDuplicates();
        List<Prefix> blocks = new ArrayList<>();
        plan.blocks().forEach(each -> blocks.add(each.prefix()));
        blocks.sort(Prefix::compareTo);
        for (int i = 1; i < blocks.size(); i++) {
            assertThat(blocks.get(i).overlaps(blocks.get(i - 1))).isFalse();
        }
    }

    @Property(tries = 60)
    void everyGeneratedPodIsInABlockOfItsNode(@ForAll("plans") Plan plan) {
        plan.endpoints().nodes().forEach(node -> {
            List<Prefix> blocks =
                    plan.config().findNode(node.node()).orElseThrow().blocks();
            for (int i = 0; i < node.size(); i++) {
                IpAddress address = node.get(i).ipv4().orElseThrow();
                assertThat(blocks).anyMatch(each -> each.contains(address));
            }
        });
    }

    @Property(tries = 60)
    void onlyVtepsCarryEvpnAndEverySpineBetweenThemDoes(@ForAll("plans") Plan plan) {
        Set<AddressFamily> seen = EnumSet.noneOf(AddressFamily.class);
        speakers(plan).values().forEach(bgp -> bgp.neighbors()
                .forEach(each -> seen.addAll(each.group().families())));
        boolean vteps =
                plan.config().switches().stream().anyMatch(each -> each.vtep().isPresent());
        assertThat(seen.contains(AddressFamily.L2VPN_EVPN)).isEqualTo(vteps);
    }
}
