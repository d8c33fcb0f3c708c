package io.heddle.topology.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.model.net.Bandwidth;
import io.heddle.topology.Specs;
import io.heddle.topology.spec.GeneratorSpec.RailOptimised;
import io.heddle.topology.wiring.Tier;
import io.heddle.topology.wiring.Wiring;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of the DGX SuperPOD B200, counted on the generated fabric: 32 nodes a scalable unit, 8 rails. */
class SuperPodTest {

    private static Fabric fabric(int units, int spines, int cores) {
        return new FabricGenerator(PortLists.UNKNOWN)
                .generate(new RailOptimised(
                        "superpod",
                        units,
                        32,
                        8,
                        Bandwidth.gigabits(400),
                        Specs.ANY,
                        spines,
                        Specs.ANY,
                        cores,
                        cores == 0 ? Optional.empty() : Optional.of(Specs.ANY)))
                .orThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "2, 64, 512, 16, 8, 0, 512, 512, 0",
        "4, 128, 1024, 32, 16, 0, 1024, 1024, 0",
        "8, 256, 2048, 64, 32, 0, 2048, 2048, 0",
        "16, 512, 4096, 128, 128, 64, 4096, 4096, 4096",
        "32, 1024, 8192, 256, 256, 128, 8192, 8192, 8192",
        "64, 2048, 16384, 512, 512, 256, 16384, 16384, 16384"
    })
    void everyCellOfTheTableIsMet(
            int units, int nodes, int gpus, int leafs, int spines, int cores, long toLeaf, long toSpine, long toCore) {
        Fabric fabric = fabric(units, spines, cores);
        assertThat(fabric.nodes()).hasSize(nodes);
        assertThat(fabric.nodes().stream().mapToInt(Node::gpus).sum()).isEqualTo(gpus);
        assertThat(count(fabric, SwitchRole.LEAF)).isEqualTo(leafs);
        assertThat(count(fabric, SwitchRole.SPINE)).isEqualTo(spines);
        assertThat(count(fabric, SwitchRole.SUPER_SPINE)).isEqualTo(cores);
        Wiring wiring = Wiring.of(fabric);
        assertThat(cables(wiring, Tier.NODE, Tier.LEAF)).isEqualTo(toLeaf);
        assertThat(cables(wiring, Tier.LEAF, Tier.SPINE)).isEqualTo(toSpine);
        assertThat(cables(wiring, Tier.SPINE, Tier.SUPER_SPINE)).isEqualTo(toCore);
        assertThat(fabric.links()).hasSize((int) (toLeaf + toSpine + toCore));
        assertThat(fabric.switches()).allSatisfy(each -> assertThat(each.ports())
                .as("no switch of the reference has more than 64 ports")
                .hasSizeLessThanOrEqualTo(64));
    }

    private static long count(Fabric fabric, SwitchRole role) {
        return fabric.switches().stream().filter(each -> each.role() == role).count();
    }

    private static long cables(Wiring wiring, Tier a, Tier b) {
        return wiring.fabric().links().stream()
                .filter(each -> tier(wiring, each, true) == a && tier(wiring, each, false) == b
                        || tier(wiring, each, true) == b && tier(wiring, each, false) == a)
                .count();
    }

    private static Tier tier(Wiring wiring, Link link, boolean first) {
        return Tier.of(wiring, wiring.number((first ? link.a() : link.b()).device()));
    }

    @Test
    void cardIOfEveryNodeInAUnitGoesToLeafI() {
        Fabric fabric = fabric(2, 8, 0);
        for (Node node : fabric.nodes()) {
            String unit = node.name().value().split("-", -1)[1];
            node.cards().forEach(card -> assertThat(fabric.links())
                    .filteredOn(link -> link.touches(node.name())
                            && (link.a().port().equals(card.ports().getFirst().name())
                                    || link.b()
                                            .port()
                                            .equals(card.ports().getFirst().name())))
                    .singleElement()
                    .asString()
                    .contains("leaf-" + unit + "-" + (card.rail().orElseThrow() + 1) + ":"));
        }
    }

    @Test
    void sixteenUnitsKeepTwoRailsBelowTheCores() {
        Fabric fabric = fabric(16, 128, 64);
        assertThat(fabric.switches())
                .filteredOn(each -> each.role() == SwitchRole.LEAF)
                .allSatisfy(leaf -> {
                    int rail = Integer.parseInt(leaf.name().value().split("-", -1)[2]) - 1;
                    assertThat(leaf.group()).hasValue(rail / 2);
                });
    }

    @Test
    void spinesThatDoNotDivideTheUplinksAreRefused() {
        assertThat(new FabricGenerator(PortLists.UNKNOWN)
                        .generate(new RailOptimised(
                                "odd", 2, 32, 8, Bandwidth.gigabits(400), Specs.ANY, 7, Specs.ANY, 0, Optional.empty()))
                        .faults())
                .singleElement()
                .asString()
                .contains("32 over 7 spines");
    }
}
