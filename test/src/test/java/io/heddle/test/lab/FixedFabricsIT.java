package io.heddle.test.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.lab.linux.LabException;
import io.heddle.model.config.Action;
import io.heddle.model.config.Community;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.test.fabrics.FabricCase;
import io.heddle.topology.plan.Plan;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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

    /** @param drained the switches that ask their neighbours to prefer others (RFC 8326) */
    private record Fixed(String file, String design, Broken broken, Set<String> drained) {

        Fixed(String file, String design, Broken broken) {
            this(file, design, broken, Set.of());
        }

        FabricCase planned() {
            Plan plan = LabScenarios.plan(file, design);
            return new FabricCase(
                    plan.fabric(),
                    plan.config().withSwitches(this::maybeDrained),
                    plan.endpoints(),
                    outage(plan, broken));
        }

        private SwitchConfig maybeDrained(SwitchConfig each) {
            Action mark = new Action.AddCommunity(Community.GRACEFUL_SHUTDOWN);
            return drained.contains(each.name().value())
                    ? each.withBgp(each.bgp().map(bgp -> bgp.marking(mark)))
                    : each;
        }
    }

    private static final List<Fixed> ALL = List.of(
            // The largest first: the others run beside it.
            new Fixed("dell-spines", "evpn-symmetric", Broken.SPINE),
            new Fixed("mlag-pairs", "evpn-symmetric-bridged-pods", Broken.NODE),
            new Fixed("mlag-pairs", "evpn-l2-bridged-pods", Broken.LEAF),
            new Fixed("ethernet-segments", "evpn-symmetric", Broken.NODE),
            new Fixed("anycast-and-primary", "evpn-symmetric", Broken.SPINE),
            new Fixed("anycast-and-primary", "node-blocks", Broken.NODE),
            new Fixed("single-leafs", "evpn-l2", Broken.SPINE),
            new Fixed("single-leafs", "evpn-symmetric", Broken.LEAF),
            new Fixed("single-leafs", "evpn-asymmetric", Broken.LINK),
            new Fixed("routed-nodes", "calico-as-per-server", Broken.LEAF),
            new Fixed("routed-nodes", "calico-as-per-server", Broken.LINK, Set.of("spine-1", "leaf-2-1")),
            new Fixed("routed-nodes", "calico-as-per-rack", Broken.LINK),
            new Fixed("routed-nodes", "calico-downward-default", Broken.SPINE),
            new Fixed("routed-nodes", "rack-aggregates", Broken.NODE));

    @Test
    void theSwitchesHoldWhatIsComputed() throws LabException {
        List<LabRound> rounds = LabRound.sideBySide(ALL.stream()
                .map(each -> new LabRound.Planned(each.file() + " as " + each.design(), each::planned))
                .toList());

        assertThat(rounds).hasSize(ALL.size());
        assertThat(rounds).flatExtracting(LabRound::differences).isEmpty();
        assertThat(rounds).extracting(LabRound::compared).allMatch(each -> each > 50);
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
