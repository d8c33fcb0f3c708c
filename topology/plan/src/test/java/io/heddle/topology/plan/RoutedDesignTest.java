package io.heddle.topology.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.config.Action;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.Match;
import io.heddle.model.config.Neighbor;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.Origination;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.config.PeerGroup.NextHopMode;
import io.heddle.model.config.StaticRoute;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import io.heddle.topology.Specs;
import io.heddle.topology.spec.PairMode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the designs that route pods tell leafs, spines and nodes. */
class RoutedDesignTest {

    private static BgpConfig bgp(Plan plan, String device) {
        return Plans.at(plan, device).bgp().orElseThrow();
    }

    private static NodeProgram node(Plan plan, String name) {
        return plan.config().findNode(DeviceName.of(name)).orElseThrow();
    }

    private static Neighbor towards(BgpConfig bgp, String peer) {
        return bgp.neighbors().stream()
                .filter(each -> each.peer().value().equals(peer))
                .findFirst()
                .orElseThrow();
    }

    private static Set<Asn> asns(Plan plan, String prefix) {
        return plan.config().switches().stream()
                .filter(each -> each.name().value().startsWith(prefix))
                .map(each -> each.bgp().orElseThrow().asn())
                .collect(Collectors.toSet());
    }

    @Test
    void asPerServerGivesEveryNodeAndLeafItsOwnAs() {
        Plan plan = Plans.of("calico-as-per-server");
        assertThat(asns(plan, "leaf")).hasSize(6);
        assertThat(asns(plan, "spine")).hasSize(1);
        assertThat(plan.config().nodes().stream()
                        .map(each -> each.bgp().orElseThrow().asn()))
                .doesNotHaveDuplicates();
        assertThat(node(plan, "gpu-2-1").bgp().orElseThrow().originations()).contains(new Origination.PodHosts());
    }

    @Test
    void aNodeIsNoTransit() {
        for (String design : List.of("calico-as-per-server", "calico-as-per-rack", "calico-downward-default")) {
            BgpConfig bgp = node(Plans.of(design), "gpu-2-1").bgp().orElseThrow();
            assertThat(bgp.neighbors()).hasSize(2).allSatisfy(each -> {
                assertThat(each.group().exportPolicy().acceptOtherwise()).isFalse();
                assertThat(each.group().exportPolicy().terms())
                        .singleElement()
                        .satisfies(term -> assertThat(term.matches()).containsExactly(new Match.OriginatedHere()));
            });
        }
    }

    @Test
    void aLayer3NodeHasOneUnnumberedSessionALink() {
        Plan plan = Plans.of("calico-as-per-server");
        assertThat(node(plan, "gpu-2-1").bgp().orElseThrow().neighbors()).allSatisfy(each -> {
            assertThat(each.port()).isPresent();
            assertThat(each.address()).isEmpty();
        });
    }

    @Test
    void aLayer2NodePeersWithEachLeafsOwnAddressNeverWithTheGateway() {
        Plan plan = Plans.of(Specs.BRIDGED, "calico-as-per-server");
        List<Neighbor> neighbors = node(plan, "cloud-2-1").bgp().orElseThrow().neighbors();
        assertThat(neighbors).extracting(each -> each.peer().value()).containsExactly("leaf-2-1", "leaf-2-2");
        for (Neighbor each : neighbors) {
            var svi =
                    Plans.at(plan, each.peer().value()).vlans().getFirst().svi().orElseThrow();
            assertThat(each.port()).isEmpty();
            assertThat(svi.own())
                    .extracting(own -> own.address())
                    .contains(each.address().orElseThrow());
            assertThat(svi.anycastGateway())
                    .extracting(gateway -> gateway.address())
                    .doesNotContain(each.address().orElseThrow());
        }
    }

    @Test
    void asPerRackMakesTheLeafsReflectorsWithThemselvesAsNextHop() {
        Plan plan = Plans.of("calico-as-per-rack");
        BgpConfig leaf = bgp(plan, "leaf-2-1");
        assertThat(bgp(plan, "leaf-2-2").asn()).isEqualTo(leaf.asn());
        assertThat(node(plan, "gpu-2-1").bgp().orElseThrow().asn()).isEqualTo(leaf.asn());
        assertThat(asns(plan, "leaf")).hasSize(3);
        PeerGroup nodes = towards(leaf, "gpu-2-1").group();
        assertThat(nodes.routeReflectorClient()).isTrue();
        assertThat(nodes.nextHop()).isEqualTo(NextHopMode.SELF);
        assertThat(leaf.neighbors()).noneMatch(each -> each.peer().value().equals("leaf-2-2"));
    }

    @Test
    void wherePeerLinksAreTheLeafsOfARackPeerAsLastResort() {
        Plan routed = Plans.of(Specs.ROUTED.pairs(PairMode.INDEPENDENT, 1), "calico-as-per-rack");
        Neighbor peer = towards(bgp(routed, "leaf-2-1"), "leaf-2-2");
        assertThat(peer.remoteAs()).isEqualTo(bgp(routed, "leaf-2-1").asn());
        assertThat(peer.port()).isPresent();
        assertThat(peer.group().importPolicy().terms().getFirst().actions())
                .containsExactly(new Action.SetLocalPref(50));
        Plan bridged = Plans.of(Specs.BRIDGED, "calico-as-per-rack");
        assertThat(towards(bgp(bridged, "leaf-2-1"), "leaf-2-2").address()).isPresent();
    }

    @Test
    void downwardDefaultHasOneAsForLeafsOneForNodesAndADefaultFromTheSpines() {
        Plan plan = Plans.of(Specs.ROUTED.borders(2), "calico-downward-default");
        assertThat(asns(plan, "leaf")).hasSize(1);
        assertThat(asns(plan, "border"))
                .as("a border leaf must accept every leaf's routes")
                .hasSize(2);
        assertThat(plan.config().nodes().stream()
                        .map(each -> each.bgp().orElseThrow().asn())
                        .distinct())
                .hasSize(1);
        assertThat(bgp(plan, "spine-1").originations()).contains(new Origination.DefaultRoute(IpFamily.IPV4));
        assertThat(towards(bgp(plan, "leaf-2-1"), "gpu-2-1")
                        .group()
                        .exportPolicy()
                        .name())
                .hasToString("default-only");
        assertThat(towards(bgp(plan, "spine-1"), "leaf-2-1")
                        .group()
                        .exportPolicy()
                        .name())
                .hasToString("accept-all");
        assertThat(towards(bgp(plan, "spine-1"), "border-1")
                        .group()
                        .exportPolicy()
                        .name())
                .hasToString("no-default-of-ours");
    }

    @Test
    void underNodeBlocksALeafHasAStaticRouteForEachBlockOfItsNodes() {
        SwitchConfig leaf = Plans.at(Plans.of(Specs.BRIDGED, "node-blocks"), "leaf-2-1");
        assertThat(leaf.staticRoutes()).hasSize(4).allSatisfy(each -> {
            assertThat(each.via()).isPresent();
            assertThat(leaf.vlans()
                            .getFirst()
                            .svi()
                            .orElseThrow()
                            .covers(each.address().orElseThrow()))
                    .isTrue();
        });
        assertThat(leaf.bgp().orElseThrow().originations()).contains(new Origination.Static());
    }

    @Test
    void theAggregateOfARackCoversItsBlocksAndNoOthers() {
        Plan plan = Plans.of(Specs.ROUTED.nodes(Specs.routedNodes(5)), "rack-aggregates");
        for (int rack = 1; rack <= 3; rack++) {
            String own = "gpu-" + rack + "-";
            Origination.Aggregate aggregate = bgp(plan, "leaf-" + rack + "-1").originations().stream()
                    .filter(Origination.Aggregate.class::isInstance)
                    .map(Origination.Aggregate.class::cast)
                    .findFirst()
                    .orElseThrow();
            assertThat(aggregate.summaryOnly()).isTrue();
            assertThat(bgp(plan, "leaf-" + rack + "-2").originations()).contains(aggregate);
            assertThat(plan.blocks())
                    .allSatisfy(each -> assertThat(aggregate.prefix().contains(each.prefix()))
                            .isEqualTo(each.node().value().startsWith(own)));
        }
    }

    /** Batfish's count for L leafs, S spines and P prefixes a leaf: L·P + L + 2·S. */
    @Test
    void thePlainFabricHasTheClosedFormsOriginationsAndNoOthers() {
        Specs specs = Specs.ROUTED.pairs(PairMode.SINGLE, 0).racks(5).spines(3).nodes(Specs.routedNodes(4));
        Plan plan = Plans.of(specs, "plain-ebgp");
        for (SwitchConfig each : plan.config().switches()) {
            boolean leaf = each.name().value().startsWith("leaf");
            assertThat(each.loopbacks()).hasSize(1);
            assertThat(each.staticRoutes())
                    .extracting(StaticRoute::prefix)
                    .hasSize(leaf ? 4 : 0)
                    .doesNotHaveDuplicates();
            assertThat(each.routedPorts())
                    .filteredOn(port -> !port.addresses().isEmpty())
                    .hasSize(leaf ? 3 : 5);
            assertThat(each.bgp().orElseThrow().originations())
                    .doesNotHaveAnyElementsOfTypes(Origination.Connected.class);
        }
        assertThat(plan.config().nodes()).allMatch(each -> each.bgp().isEmpty());
    }

    @Test
    void theControllersRoutesAreSaidToBeMissing() {
        var design = io.heddle.topology.design.DesignTexts.read("""
                name: injected
                based-on: node-blocks
                pods: {visibility: routed, routes: hosts, announcer: controller}
                """);
        Plan plan = Plans.tryOf(Specs.ROUTED, design, PlanOptions.DEFAULT).orThrow();
        assertThat(plan.notes()).singleElement().asString().contains("controller");
        assertThat(Plans.at(plan, "leaf-1-1").staticRoutes())
                .extracting(each -> each.prefix().length())
                .as("loopbacks of nodes alone")
                .containsOnly(32);
    }

    @Test
    void anExitAnnouncesItsPrefixesOverNumberedLinks() {
        Plan plan = Plans.of(Specs.ROUTED.borders(1), "calico-as-per-server");
        var router = plan.config().externalRouters().getFirst();
        assertThat(router.bgp().originations()).containsExactly(new Origination.Network(Prefix.parse("0.0.0.0/0")));
        assertThat(router.bgp().neighbors()).singleElement().satisfies(each -> {
            IpAddress ours = Plans.at(plan, "border-1").routedPorts().stream()
                    .filter(port -> port.neighbor().equals(router.name()))
                    .findFirst()
                    .orElseThrow()
                    .addresses()
                    .getFirst()
                    .address();
            assertThat(each.address()).contains(ours);
        });
        assertThat(asns(plan, "spine").iterator().next())
                .as("the exit's AS 64512 is stepped over")
                .isEqualTo(new Asn(64514));
    }
}
