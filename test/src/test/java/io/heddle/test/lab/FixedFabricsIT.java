package io.heddle.test.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.lab.linux.LabException;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.test.fabrics.FabricCase;
import io.heddle.topology.plan.Plan;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fabric of every kind: at rest, with something broken, and repaired, FRR and the kernel hold what is computed. */
class FixedFabricsIT {

    enum Broken {
        SPINE,
        LEAF,
        LINK,
        NODE
    }

    @BeforeAll
    static void labsCanBeBuilt() {
        LabBench.assumeThatLabsCanBeBuilt();
    }

    @ParameterizedTest(name = "{0} as {1}")
    @CsvSource({
        "single-leafs, evpn-l2, SPINE",
        "single-leafs, evpn-symmetric, LEAF",
        "single-leafs, evpn-asymmetric, LINK",
        "mlag-pairs, evpn-l2-bridged-pods, LEAF",
        "mlag-pairs, evpn-symmetric-bridged-pods, NODE",
        "anycast-and-primary, evpn-symmetric, SPINE",
        "dell-spines, evpn-symmetric, SPINE",
        "ethernet-segments, evpn-symmetric, NODE",
        "routed-nodes, calico-as-per-server, LEAF",
        "routed-nodes, calico-as-per-rack, LINK",
        "routed-nodes, calico-downward-default, SPINE",
        "routed-nodes, rack-aggregates, NODE",
        "anycast-and-primary, node-blocks, NODE",
    })
    void theSwitchesHoldWhatIsComputed(String file, String design, Broken broken) throws LabException {
        Plan plan = LabScenarios.plan(file, design);
        FabricCase each = new FabricCase(plan.fabric(), plan.config(), plan.endpoints(), outage(plan, broken));

        LabRound round = LabRound.of(file + " as " + design, each);

        System.out.println(round);
        assertThat(round.differences()).isEmpty();
        assertThat(round.compared()).isGreaterThan(50);
    }

    private static Outage outage(Plan plan, Broken broken) {
        return switch (broken) {
            case SPINE -> first(plan, SwitchRole.SPINE);
            case LEAF -> first(plan, SwitchRole.LEAF);
            case LINK -> Outage.of(plan.fabric().links().getFirst());
            case NODE -> Outage.of(plan.fabric().nodes().getFirst().name());
        };
    }

    private static Outage first(Plan plan, SwitchRole role) {
        return Outage.of(plan.fabric().switches().stream()
                .filter(each -> each.role() == role)
                .findFirst()
                .orElseThrow()
                .name());
    }
}
