package io.heddle.topology.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import io.heddle.topology.Specs;
import io.heddle.topology.design.Design;
import io.heddle.topology.design.DesignTexts;
import io.heddle.topology.design.Designs;
import io.heddle.topology.generate.FabricGenerator;
import io.heddle.topology.generate.PortLists;
import io.heddle.topology.spec.IpamSpec;
import io.heddle.topology.spec.PairMode;
import io.heddle.topology.spec.PodSpec;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What cannot be planned is refused, with the offender, what was found and what was expected. */
class RefusedPlanTest {

    private static List<String> faults(Specs specs, Design design) {
        return texts(Plans.tryOf(specs, design, PlanOptions.DEFAULT));
    }

    private static List<String> faults(Specs specs, IpamSpec ipam, PodSpec pods) {
        Fabric fabric =
                new FabricGenerator(PortLists.UNKNOWN).generate(specs.clos()).orThrow();
        return texts(Planner.plan(fabric, Designs.of("calico-as-per-server"), ipam, pods, PlanOptions.DEFAULT));
    }

    private static List<String> texts(io.heddle.topology.fault.Outcome<?> outcome) {
        return outcome.faults().stream().map(Object::toString).toList();
    }

    @Test
    void unnumberedBgpOverABondToTwoLeafs() {
        Design design = DesignTexts.read("""
                name: over-the-bond
                based-on: calico-as-per-server
                sessions:
                  - {between: [leaf, spine], over: link, families: [unicast]}
                  - {between: [node, leaf], over: link, families: [unicast]}
                """);
        assertThat(faults(Specs.BRIDGED, design))
                .contains(
                        "cloud-1-1 bond0 and 3 more: found BGP over a link that is a bond to leaf-1-1 and leaf-1-2, expected a session to"
                                + " each leaf's own VLAN address, or links in no bond");
        assertThat(faults(Specs.BRIDGED.pairs(PairMode.SINGLE, 0), design))
                .singleElement()
                .asString()
                .startsWith("cloud-1-1 and 11 more: found a session over the link of a node on VLANs");
    }

    @Test
    void layer3NodesWhereTheDesignBridgesThem() {
        assertThat(faults(Specs.ROUTED, Designs.of("evpn-l2")))
                .containsExactly(
                        "gpu-1-1 and 11 more: found a node attached by layer 3, expected nodes on VLANs: design evpn-l2 bridges them");
    }

    @Test
    void moreSpinesThanOnePairThatBridge() {
        assertThat(faults(Specs.BRIDGED.spines(3), Designs.of("flat-l2")))
                .singleElement()
                .asString()
                .contains("3 spines that bridge", "MLAG pair");
        assertThat(faults(Specs.BRIDGED, Designs.of("flat-l2"))).hasSize(1);
        assertThat(faults(Specs.BRIDGED.spines(1), Designs.of("flat-l2"))).isEmpty();
    }

    @Test
    void ethernetSegmentsWithoutEvpn() {
        assertThat(faults(Specs.BRIDGED.pairs(PairMode.ETHERNET_SEGMENT, 0), Designs.of("node-blocks")))
                .singleElement()
                .asString()
                .contains("12 Ethernet segments");
    }

    @Test
    void aNodeThatCannotBeReachedByItsLeafs() {
        Specs noSubnet = Specs.BRIDGED.networks(Specs.network("internal", 100));
        assertThat(faults(noSubnet, Designs.of("calico-as-per-server")))
                .singleElement()
                .asString()
                .contains("no network with an address");
    }

    @Test
    void podsBridgedToANetworkTheirNodeDoesNotCarry() {
        Specs specs = Specs.BRIDGED.networks(
                Specs.network("internal", 100, "10.10.0.0/16"), Specs.network("pods", 200, "10.128.0.0/9"));
        assertThat(faults(specs, Designs.of("evpn-l2-bridged-pods")))
                .singleElement()
                .asString()
                .contains("network pods on it");
        assertThat(texts(Plans.tryOf(
                        Specs.BRIDGED,
                        Designs.of("evpn-l2-bridged-pods"),
                        PlanOptions.DEFAULT.withPodNetwork(NetworkName.of("internal")))))
                .singleElement()
                .asString()
                .contains("pod pool 10.128.0.0/9", "inside a subnet of the network");
    }

    @Test
    void aPoolOfPodsThatIsTooSmall() {
        IpamSpec tight = new IpamSpec(Optional.of(Prefix.parse("10.128.0.0/24")), 26, Optional.empty(), 122, 1);
        assertThat(faults(Specs.ROUTED, tight, PodSpec.NONE))
                .containsExactly("pod pool 10.128.0.0/24: found 12 blocks of /26 needed, expected at most 4");
        assertThat(faults(Specs.ROUTED, Specs.blocks(30), new PodSpec(5, List.of())))
                .containsExactly(
                        "pod pool 10.128.0.0/9: found 5 pods per node, expected at most 4, which the blocks of a node hold");
    }

    @Test
    void rangesThatOverlap() {
        IpamSpec overlapping = new IpamSpec(Optional.of(Prefix.parse("100.64.0.0/16")), 26, Optional.empty(), 122, 1);
        assertThat(faults(Specs.ROUTED, overlapping, PodSpec.NONE))
                .containsExactly(
                        "pool leaf-links 100.64.0.0/12: found overlaps with pod pool 100.64.0.0/16, expected ranges that"
                                + " lie apart");
    }

    @Test
    void aSubnetThatIsTooSmallForItsNodes() {
        Specs specs = Specs.BRIDGED.networks(Specs.network("internal", 100, "10.10.0.0/28"));
        assertThat(faults(specs, Designs.of("evpn-l2")))
                .containsExactly(
                        "network internal 10.10.0.0/28: found 21 addresses needed for leafs and nodes, expected at most 16");
        assertThat(faults(specs, Designs.of("evpn-symmetric")))
                .containsExactly(
                        "network internal 10.10.0.0/28: found 3 racks of a /28 each needed, expected at most 1");
    }

    @Test
    void framesThatDoNotFitTheLinksOfTheFabric() {
        assertThat(texts(Plans.tryOf(Specs.BRIDGED, Designs.of("evpn-l2"), PlanOptions.DEFAULT.withMtu(9000, 9000))))
                .containsExactly(
                        "mtu: found packets of 9000 bytes from nodes and 50 of VXLAN on links of 9000, expected at most 8950"
                                + " on nodes, or 9050 on links");
    }

    @Test
    void twoPodsWithOneAddress() {
        Endpoint first = pod("default/a", "gpu-1-1", "10.200.0.1");
        Endpoint second = pod("default/b", "gpu-2-1", "10.200.0.1");
        Endpoint third = pod("default/c", "gpu-2-1", "10.128.0.3");
        Endpoint lost = pod("default/d", "gpu-9-1", "10.200.0.2");
        assertThat(faults(Specs.ROUTED, Specs.blocks(26), new PodSpec(10, List.of(first, second, third, lost))))
                .containsExactly(
                        "address 10.200.0.1: found pods 'default/a' on gpu-1-1 and 'default/b' on gpu-2-1, expected one pod",
                        "address 10.128.0.3: found pod 'default/c' on gpu-2-1 and a generated pod on gpu-1-1, expected one pod",
                        "pod 'default/d' on gpu-9-1: found node gpu-9-1, expected a node of the fabric that runs pods");
    }

    private static Endpoint pod(String name, String node, String address) {
        IpAddress ipv4 = IpAddress.parse(address);
        return new Endpoint(
                Optional.of(name), DeviceName.of(node), Endpoint.macOf(ipv4), Optional.of(ipv4), Optional.empty());
    }
}
