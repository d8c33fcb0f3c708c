package io.heddle.topology.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.BridgePort;
import io.heddle.model.config.Irb;
import io.heddle.model.config.NodeProgram.PodVisibility;
import io.heddle.model.config.Origination;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.config.VrfConfig;
import io.heddle.model.config.Vtep;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.Vni;
import io.heddle.topology.Specs;
import io.heddle.topology.design.Designs;
import io.heddle.topology.spec.PairMode;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the designs that bridge nodes tell a leaf. */
class OverlayDesignTest {

    @Test
    void flatLayer2HasNoRoutingAtAll() {
        Plan plan = Plans.of("flat-l2");
        assertThat(plan.config().switches()).allSatisfy(each -> {
            assertThat(each.bgp()).isEmpty();
            assertThat(each.routedPorts()).isEmpty();
            assertThat(each.vlans()).extracting(VlanConfig::svi).allMatch(svi -> svi.isEmpty());
        });
        assertThat(plan.config().nodes()).allMatch(each -> each.bgp().isEmpty());
        assertThat(plan.config().nodes()).allMatch(each -> each.podVisibility() == PodVisibility.HIDDEN);
    }

    @Test
    void inFlatLayer2ALeafPairHasOneBondToThePairOfSpines() {
        Plan plan = Plans.of("flat-l2");
        for (String leaf : new String[] {"leaf-2-1", "leaf-2-2"}) {
            BridgePort uplink = port(plan, leaf, "bond4000");
            assertThat(uplink.members()).hasSize(2);
            assertThat(uplink.mlagId()).hasValue(4000);
            assertThat(uplink.tagged()).hasToString("[100]");
        }
        assertThat(port(plan, "spine-1", "bond2").members())
                .as("to both leafs of rack 2")
                .hasSize(2);
        assertThat(port(plan, "spine-2", "bond2").mlagId()).hasValue(2);
        assertThat(port(plan, "spine-1", "peerlink").peerLink()).isTrue();
    }

    private static BridgePort port(Plan plan, String device, String name) {
        return Plans.at(plan, device).bridgePorts().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aStretchedVlanHasItsVniAndNoInterface() {
        SwitchConfig leaf = Plans.at(Plans.of("evpn-l2"), "leaf-2-1");
        assertThat(leaf.vlans()).singleElement().satisfies(each -> {
            assertThat(each.vni()).contains(new Vni(10100));
            assertThat(each.svi()).isEmpty();
        });
        assertThat(leaf.irb()).isEqualTo(Irb.NONE);
        assertThat(leaf.vrfs()).isEmpty();
    }

    @Test
    void underlayAndOverlayShareOneSessionALink() {
        assertThat(Plans.at(Plans.of("evpn-l2"), "leaf-2-1").bgp().orElseThrow().neighbors())
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.group().families())
                        .containsExactlyInAnyOrder(AddressFamily.IPV4_UNICAST, AddressFamily.L2VPN_EVPN));
    }

    @Test
    void underAsymmetricIrbEveryLeafHasEveryVniWithAGateway() {
        Specs specs = Specs.BRIDGED.networks(
                Specs.network("internal", 100, "10.10.0.0/16"), Specs.network("storage", 200, "10.20.0.0/16"));
        SwitchConfig leaf = Plans.at(Plans.of(specs, "evpn-asymmetric"), "leaf-2-1");
        assertThat(leaf.vlans()).extracting(each -> each.vlan().value()).containsExactly(100, 200);
        assertThat(leaf.vlans()).allSatisfy(each -> {
            assertThat(each.svi().orElseThrow().vrf()).hasToString("tenant");
            assertThat(each.svi().orElseThrow().own()).isEmpty();
        });
        assertThat(leaf.vlans().getFirst().svi().orElseThrow().anycastGateway()).hasToString("[10.10.255.254/16]");
        assertThat(leaf.vrfs()).extracting(VrfConfig::l3vni).allMatch(each -> each.isEmpty());
    }

    @Test
    void underSymmetricIrbARackHasItsOwnVlanVniAndSubnet() {
        Plan plan = Plans.of("evpn-symmetric");
        Set<Object> seen = new HashSet<>();
        for (int rack = 1; rack <= 3; rack++) {
            SwitchConfig leaf = Plans.at(plan, "leaf-" + rack + "-1");
            VlanConfig vlan = leaf.vlans().getFirst();
            assertThat(leaf.vlans()).hasSize(1);
            assertThat(vlan.network()).hasToString("internal-rack-" + rack);
            assertThat(seen.add(vlan.vlan())).isTrue();
            assertThat(seen.add(vlan.vni().orElseThrow())).isTrue();
            assertThat(seen.add(vlan.svi().orElseThrow().anycastGateway())).isTrue();
            assertThat(vlan)
                    .isEqualTo(Plans.at(plan, "leaf-" + rack + "-2").vlans().getFirst());
            assertThat(leaf.vrfs()).singleElement().satisfies(each -> {
                assertThat(each.l3vni()).contains(new Vni(50001));
                assertThat(each.advertiseSubnets()).isTrue();
            });
        }
        assertThat(plan.fabric().networks()).hasSize(3);
    }

    @Test
    void aNodeStandsInTheSubnetOfItsRack() {
        Plan plan = Plans.of("evpn-symmetric");
        plan.config().nodes().forEach(node -> {
            Prefix subnet = plan.fabric().networks().stream()
                    .filter(each ->
                            each.name().equals(node.interfaces().getFirst().network()))
                    .findFirst()
                    .orElseThrow()
                    .subnets()
                    .getFirst();
            assertThat(subnet.contains(
                            node.interfaces().getFirst().addresses().getFirst().address()))
                    .isTrue();
        });
    }

    @Test
    void anMlagPairSharesAnAnycastVtepThatBothAnnounce() {
        Plan plan = Plans.of("evpn-l2");
        Vtep first = Plans.at(plan, "leaf-2-1").vtep().orElseThrow();
        Vtep second = Plans.at(plan, "leaf-2-2").vtep().orElseThrow();
        assertThat(first.anycast()).isPresent().isEqualTo(second.anycast());
        assertThat(first.primary()).isNotEqualTo(second.primary());
        assertThat(first.routedAddress()).isEqualTo(first.anycast().orElseThrow());
        assertThat(Plans.at(plan, "leaf-2-1").bgp().orElseThrow().originations())
                .contains(new Origination.Network(Prefix.host(first.anycast().orElseThrow())));
        assertThat(Plans.at(plan, "leaf-3-1").vtep().orElseThrow().anycast()).isNotEqualTo(first.anycast());
    }

    @Test
    void pairModeDecidesWhatRoutedRoutesPointAt() {
        PlanOptions both = PlanOptions.DEFAULT.withPairMode(PairMode.MLAG_ANYCAST_AND_PRIMARY);
        Plan plan =
                Plans.tryOf(Specs.BRIDGED, Designs.of("evpn-symmetric"), both).orThrow();
        Vtep vtep = Plans.at(plan, "leaf-2-1").vtep().orElseThrow();
        assertThat(vtep.routedAddress()).isEqualTo(vtep.primary());
        assertThat(vtep.bridgedAddress()).isEqualTo(vtep.anycast().orElseThrow());
    }

    @Test
    void withEthernetSegmentsEachLeafIsAVtepOfItsOwn() {
        Plan plan = Plans.of(Specs.BRIDGED.pairs(PairMode.ETHERNET_SEGMENT, 0), "evpn-l2");
        SwitchConfig first = Plans.at(plan, "leaf-2-1");
        SwitchConfig second = Plans.at(plan, "leaf-2-2");
        assertThat(first.multihoming()).isTrue();
        assertThat(first.mlagPeer()).isEmpty();
        assertThat(first.vtep().orElseThrow().anycast()).isEmpty();
        assertThat(first.vtep().orElseThrow().primary())
                .isNotEqualTo(second.vtep().orElseThrow().primary());
        for (int i = 0; i < 4; i++) {
            assertThat(first.bridgePorts().get(i).esi())
                    .isPresent()
                    .isEqualTo(second.bridgePorts().get(i).esi());
        }
    }

    @Test
    void vtepsCanHaveIpv6Addresses() {
        Plan plan = Plans.tryOf(Specs.BRIDGED, Designs.of("evpn-l2"), PlanOptions.DEFAULT.withVtepFamily(IpFamily.IPV6))
                .orThrow();
        SwitchConfig leaf = Plans.at(plan, "leaf-1-1");
        assertThat(leaf.vtep().orElseThrow().bridgedAddress().family()).isEqualTo(IpFamily.IPV6);
        assertThat(leaf.loopbacks()).contains(leaf.vtep().orElseThrow().primary());
        assertThat(leaf.bgp().orElseThrow().neighbors().getFirst().group().families())
                .contains(AddressFamily.IPV6_UNICAST);
    }

    @Test
    void theTwoHalvesOfANodesBondShareAnMlagId() {
        Plan plan = Plans.of("evpn-l2");
        for (int i = 1; i <= 4; i++) {
            assertThat(port(plan, "leaf-2-1", "bond" + i).mlagId())
                    .hasValue(i)
                    .isEqualTo(port(plan, "leaf-2-2", "bond" + i).mlagId());
        }
        assertThat(Plans.at(Plans.of(Specs.BRIDGED.pairs(PairMode.SINGLE, 0), "evpn-l2"), "leaf-2-1")
                        .bridgePorts())
                .allMatch(each -> each.mlagId().isEmpty());
    }

    @Test
    void networksThatShareASubnetGiveANodeAnAddressEach() {
        NetworkName storage = NetworkName.of("storage");
        Specs specs = Specs.BRIDGED
                .networks(Specs.network("internal", 100, "10.10.0.0/16"), Specs.network("storage", 200, "10.10.0.0/16"))
                .nodes(Specs.bondedNodes(4, Specs.INTERNAL, storage));
        for (String design : new String[] {"evpn-l2", "evpn-symmetric"}) {
            assertThat(Plans.of(specs, design).config().nodes().stream()
                            .flatMap(each -> each.interfaces().stream())
                            .flatMap(each -> each.addresses().stream()))
                    .hasSize(24)
                    .doesNotHaveDuplicates();
        }
    }

    /** A /24 for each rack: the first node's block begins with the subnet's own address, the last one's ends with gateway and broadcast. */
    @Test
    void noPodHasTheGatewaysAddressEvenWhereABlockHoldsIt() {
        String design = "evpn-symmetric-bridged-pods";
        Plan full = Plans.tryOf(Plans.suiting(design), Designs.of(design), PlanOptions.DEFAULT, 62)
                .orThrow();
        IpAddress last = full.endpoints()
                .on(DeviceName.of("cloud-1-4"))
                .orElseThrow()
                .get(61)
                .ipv4()
                .orElseThrow();
        assertThat(last).hasToString("10.128.0.253");
        assertThat(Plans.tryOf(Plans.suiting(design), Designs.of(design), PlanOptions.DEFAULT, 63)
                        .faults())
                .singleElement()
                .asString()
                .startsWith("cloud-1-4 and 2 more: found 63 pods, expected at most 62");
    }

    @Test
    void bridgedPodsAreOnTheSliceOfTheirRackButNeverAtItsEndsOrItsGateway() {
        Plan plan = Plans.of("evpn-symmetric-bridged-pods");
        plan.endpoints().nodes().forEach(node -> {
            VlanConfig vlan = Plans.at(plan, "leaf-" + node.node().value().split("-", -1)[1] + "-1")
                    .vlans()
                    .getLast();
            assertThat(vlan.network().value()).startsWith("pods-rack-");
            for (int i = 0; i < node.size(); i++) {
                var address = node.get(i).ipv4().orElseThrow();
                assertThat(vlan.svi().orElseThrow().covers(address)).isTrue();
                assertThat(address.low() & 0xFF).isNotIn(0L, 254L, 255L);
            }
        });
    }
}
