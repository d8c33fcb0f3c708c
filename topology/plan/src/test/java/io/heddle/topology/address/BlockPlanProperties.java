package io.heddle.topology.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.net.Prefix;
import io.heddle.topology.Specs;
import io.heddle.topology.fault.Faults;
import io.heddle.topology.generate.FabricGenerator;
import io.heddle.topology.generate.PortLists;
import io.heddle.topology.wiring.Sites;
import io.heddle.topology.wiring.Wiring;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BlockPlanProperties {

    private static final Prefix IPV4 = Prefix.parse("10.0.0.0/8");
    private static final Prefix IPV6 = Prefix.parse("fd00:10::/32");

    @Property(tries = 100)
    void blocksAreDisjointInThePoolAndKnowTheirOwner(
            @ForAll @IntRange(min = 1, max = 5) int racks,
            @ForAll @IntRange(min = 1, max = 7) int nodes,
            @ForAll @IntRange(min = 1, max = 3) int perNode,
            @ForAll boolean ipv4,
            @ForAll @IntRange(min = 0, max = 8) int spare,
            @ForAll boolean aligned) {
        Wiring wiring = Wiring.of(new FabricGenerator(PortLists.UNKNOWN)
                .generate(Specs.ROUTED
                        .racks(racks)
                        .nodes(Specs.routedNodes(nodes))
                        .clos())
                .orThrow());
        Sites sites = Sites.of(wiring);
        Faults faults = new Faults();
        int length = ipv4 ? 32 - spare : 60 + spare;
        BlockPlan plan = BlockPlan.of(ipv4 ? IPV4 : IPV6, length, perNode, sites, aligned, faults)
                .orElseThrow();
        Set<Prefix> all = new HashSet<>();
        for (int i = wiring.switchCount(); i < wiring.switchCount() + wiring.nodeCount(); i++) {
            List<Prefix> blocks = plan.of(i);
            assertThat(blocks).hasSize(perNode);
            for (Prefix each : blocks) {
                assertThat(each.length()).isEqualTo(length);
                assertThat(plan.pool().contains(each)).isTrue();
                assertThat(all.add(each)).isTrue();
                assertThat(plan.owner(each.address().plus(Math.min(5, each.size() - 1))))
                        .contains(new BlockPlan.Owner(sites.siteOf(i), sites.podPositionOf(i)));
                if (aligned) {
                    for (int site = 0; site < sites.count(); site++) {
                        assertThat(plan.aggregate(site).contains(each)).isEqualTo(site == sites.siteOf(i));
                    }
                }
            }
        }
    }
}
