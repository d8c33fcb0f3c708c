package io.heddle.topology.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.MlagPair;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.fabric.ProfileRef;
import io.heddle.model.fabric.Switch;
import io.heddle.model.net.Bandwidth;
import io.heddle.topology.Specs;
import io.heddle.topology.catalogue.DeviceCatalogue;
import io.heddle.topology.spec.GeneratorSpec.Clos;
import io.heddle.topology.spec.NodeGroup;
import io.heddle.topology.spec.NodeGroup.CardTemplate;
import io.heddle.topology.spec.PairMode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClosGeneratorTest {

    private static final ProfileRef S5248F = new ProfileRef("dell-s5248f", "os10", "default");

    private static Fabric fabric(Clos spec) {
        return new FabricGenerator(PortLists.of(DeviceCatalogue.builtIn()))
                .generate(spec)
                .orThrow();
    }

    private static List<String> faults(Clos spec) {
        return new FabricGenerator(PortLists.of(DeviceCatalogue.builtIn()))
                .generate(spec).faults().stream().map(Object::toString).toList();
    }

    private static Switch at(Fabric fabric, String name) {
        return fabric.findSwitch(DeviceName.of(name)).orElseThrow();
    }

    private static List<String> neighbors(Fabric fabric, String name) {
        return at(fabric, name).ports().stream()
                .map(port -> fabric.farEnd(new PortRef(DeviceName.of(name), port.name()))
                        .orElseThrow()
                        .device()
                        .value())
                .toList();
    }

    @Test
    void namesSayRackAndPosition() {
        Fabric fabric = fabric(Specs.BRIDGED.racks(12).borders(1).clos());
        assertThat(fabric.racks()).extracting(each -> each.name().value()).endsWith("rack-11", "rack-12");
        assertThat(fabric.switches())
                .extracting(each -> each.name().value())
                .contains("spine-1", "spine-2", "border-1", "leaf-12-1", "leaf-12-2");
        assertThat(fabric.findNode(DeviceName.of("cloud-12-3"))).isPresent();
    }

    @Test
    void aLeafReachesEverySpineAndANodeBothLeafs() {
        Fabric fabric = fabric(Specs.BRIDGED.clos());
        assertThat(neighbors(fabric, "leaf-2-1"))
                .containsExactly(
                        "spine-1",
                        "spine-2",
                        "leaf-2-2",
                        "leaf-2-2",
                        "cloud-2-1",
                        "cloud-2-2",
                        "cloud-2-3",
                        "cloud-2-4");
        assertThat(fabric.links())
                .contains(new Link(PortRef.parse("cloud-2-3:nic0p2"), PortRef.parse("leaf-2-2:eth7")));
    }

    @Test
    void cablesOfANodeGoToTheLeafsByTurnsOverAllItsCards() {
        NodeGroup twoCards = new NodeGroup(
                "gpu",
                1,
                io.heddle.model.fabric.Attachment.L3,
                8,
                true,
                List.of(
                        new CardTemplate("a", 1, Bandwidth.gigabits(100), false),
                        new CardTemplate("b", 1, Bandwidth.gigabits(100), false)),
                List.of());
        Fabric fabric = fabric(Specs.ROUTED.nodes(twoCards).clos());
        assertThat(fabric.farEnd(PortRef.parse("gpu-1-1:ap1")).orElseThrow().device())
                .hasToString("leaf-1-1");
        assertThat(fabric.farEnd(PortRef.parse("gpu-1-1:bp1")).orElseThrow().device())
                .hasToString("leaf-1-2");
    }

    @Test
    void onAKnownDeviceNodesTakeSlowPortsFromTheLowEndAndUplinksFastOnesFromTheHighEnd() {
        Fabric fabric = fabric(Specs.BRIDGED.clos(S5248F));
        assertThat(at(fabric, "leaf-1-1").ports())
                .extracting(each -> each.name() + " " + each.speed())
                .containsExactly(
                        "ethernet1/1/1 25G",
                        "ethernet1/1/2 25G",
                        "ethernet1/1/3 25G",
                        "ethernet1/1/4 25G",
                        "ethernet1/1/53 100G",
                        "ethernet1/1/54 100G",
                        "ethernet1/1/55 100G",
                        "ethernet1/1/56 100G");
        assertThat(neighbors(fabric, "leaf-1-1")).endsWith("leaf-1-2", "leaf-1-2", "spine-2", "spine-1");
    }

    @Test
    void runningOutOfPortsNamesDeviceNeedAndStock() {
        assertThat(faults(Specs.BRIDGED.nodes(Specs.bondedNodes(50)).spines(9).clos(S5248F)))
                .containsExactly(
                        "leaf-1-1 (dell-s5248f/os10/default) and 5 more: found 50 ports needed at 25G, expected at most 48: 48 of"
                                + " its ports run at 25G",
                        "leaf-1-1 (dell-s5248f/os10/default) and 5 more: found 11 ports needed at 100G, expected at most 8: 8 of"
                                + " its ports run at 100G");
    }

    @Test
    void spineIOfEveryGroupIsCabledToThePlaneIAlone() {
        Fabric fabric = fabric(Specs.ROUTED.racks(4).groups(2, 3).clos());
        assertThat(neighbors(fabric, "spine-2-1"))
                .containsExactly("super-1-1", "super-1-2", "super-1-3", "leaf-3-1", "leaf-3-2", "leaf-4-1", "leaf-4-2");
        assertThat(neighbors(fabric, "super-2-3")).containsExactly("spine-1-2", "spine-2-2");
        assertThat(at(fabric, "spine-2-1").plane()).hasValue(0);
        assertThat(at(fabric, "spine-2-1").group()).hasValue(1);
    }

    @Test
    void borderLeafsOfThreeTiersAreCabledToOneSuperSpineOfEachPlaneByTurns() {
        Fabric fabric = fabric(Specs.ROUTED.racks(4).groups(2, 2).borders(2).clos());
        assertThat(neighbors(fabric, "border-1")).containsExactly("super-1-1", "super-2-1", "internet");
        assertThat(neighbors(fabric, "border-2")).containsExactly("super-1-2", "super-2-2", "internet");
    }

    @Test
    void theLeafsOfARackWithoutSpinesReachTheExits() {
        Clos spec = Specs.ROUTED.racks(1).spines(0).clos();
        Clos withExit = new Clos(
                spec.name(),
                1,
                spec.pairMode(),
                spec.leaf(),
                spec.uplinkSpeed(),
                1,
                0,
                Optional.empty(),
                1,
                0,
                Optional.empty(),
                1,
                0,
                spec.peerLinkSpeed(),
                false,
                Optional.empty(),
                0,
                Specs.ROUTED.borders(1).clos().exits(),
                spec.nodes(),
                spec.networks(),
                spec.vrfs());
        assertThat(neighbors(fabric(withExit), "leaf-1-2")).contains("internet");
    }

    @Test
    void anMlagPairKnowsItsPeerLinkAndSoDoSpinesThatArePaired() {
        Fabric fabric = fabric(Specs.BRIDGED.racks(1).spinePair().clos());
        assertThat(fabric.mlagPairs()).extracting(MlagPair::name).containsExactly("spines", "rack-1");
        assertThat(fabric.mlagPairs()).allSatisfy(each -> assertThat(each.peerLink())
                .hasSize(2)
                .allMatch(link -> link.touches(each.first()) && link.touches(each.second())));
    }

    @Test
    void everyBondToTwoLeafsIsAnEthernetSegmentOfItsOwn() {
        Fabric fabric = fabric(Specs.BRIDGED.pairs(PairMode.ETHERNET_SEGMENT, 0).clos());
        assertThat(fabric.ethernetSegments()).hasSize(12);
        assertThat(fabric.ethernetSegments()).extracting(each -> each.esi()).doesNotHaveDuplicates();
        assertThat(fabric.mlagPairs()).isEmpty();
    }

    @Test
    void managementCardsAreCabledToTheOutOfBandSwitchOfTheirRack() {
        NodeGroup group = new NodeGroup(
                "cloud",
                2,
                io.heddle.model.fabric.Attachment.L3,
                0,
                true,
                List.of(
                        new CardTemplate("nic0", 2, Bandwidth.gigabits(25), false),
                        new CardTemplate("idrac", 1, Bandwidth.gigabits(1), true)),
                List.of());
        Fabric fabric = fabric(Specs.ROUTED.nodes(group).clos());
        assertThat(neighbors(fabric, "oob-2")).containsExactly("cloud-2-1", "cloud-2-2");
    }

    @Test
    void whatCannotBeDrawnIsRefusedWithEveryReason() {
        assertThat(faults(Specs.BRIDGED.spines(0).groups(4, 0).borders(1).clos()))
                .hasSizeGreaterThanOrEqualTo(3)
                .anyMatch(each -> each.startsWith("spines: found 0 under 3 racks"))
                .anyMatch(each -> each.startsWith("border-leafs:"))
                .anyMatch(each -> each.startsWith("groups:"));
        assertThat(faults(Specs.BRIDGED.spines(3).spinePair().groups(2, 1).clos()))
                .anyMatch(each -> each.startsWith("spines-are-pair:"));
        assertThat(faults(Specs.BRIDGED.pairs(PairMode.SINGLE, 2).clos()))
                .containsExactly("peer-links: found 2 with pair mode single, expected 0");
        assertThat(faults(Specs.ROUTED.racks(1_000_000).clos())).anyMatch(each -> each.contains("at most 1000000"));
    }
}
