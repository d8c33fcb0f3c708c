package io.heddle.topology.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.net.Asn;
import io.heddle.topology.Specs;
import io.heddle.topology.design.AsnScheme;
import io.heddle.topology.design.LeafAsn;
import io.heddle.topology.design.NodeAsn;
import io.heddle.topology.fault.Faults;
import io.heddle.topology.generate.FabricGenerator;
import io.heddle.topology.generate.PortLists;
import io.heddle.topology.wiring.Sites;
import io.heddle.topology.wiring.Tier;
import io.heddle.topology.wiring.Wiring;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AsnPlanTest {

    private static Map<String, Asn> asns(Specs specs, LeafAsn leafs, NodeAsn nodes) {
        Wiring wiring = Wiring.of(
                new FabricGenerator(PortLists.UNKNOWN).generate(specs.clos()).orThrow());
        Faults faults = new Faults();
        AsnPlan plan = new AsnPlan(wiring, Sites.of(wiring), new AsnScheme(leafs, nodes), faults);
        assertThat(faults.isEmpty()).isTrue();
        Map<String, Asn> asns = new HashMap<>();
        for (int i = 0; i < wiring.size(); i++) {
            if (nodes != NodeAsn.NONE || Tier.of(wiring, i) != Tier.NODE) {
                asns.put(wiring.name(i).value(), plan.of(i));
            }
        }
        return asns;
    }

    @Test
    void leafsOfARackHaveAnAsEachByDefault() {
        Map<String, Asn> asns = asns(Specs.ROUTED, LeafAsn.PER_LEAF, NodeAsn.NONE);
        assertThat(asns.get("leaf-2-1")).isNotEqualTo(asns.get("leaf-2-2"));
        assertThat(asns.values()).allMatch(each -> each.value() >= 64512 && each.value() <= 65534);
    }

    @Test
    void superSpinesShareOneAndSpinesOneForEachGroup() {
        Map<String, Asn> asns = asns(Specs.ROUTED.racks(4).groups(2, 2), LeafAsn.PER_LEAF, NodeAsn.NONE);
        assertThat(asns.get("super-1-1")).isEqualTo(asns.get("super-2-2"));
        assertThat(asns.get("spine-1-1")).isEqualTo(asns.get("spine-1-2"));
        // Were they equal, group 2 would take every route of group 1 for a loop.
        assertThat(asns.get("spine-1-1")).isNotEqualTo(asns.get("spine-2-1"));
    }

    @Test
    void fourOctetNumbersAreTakenWhenTwoOctetsDoNotSuffice() {
        // 1,023 two-octet numbers; 20 are kept for tiers above and borders, a rack takes 10.
        assertThat(asns(Specs.ROUTED.nodes(Specs.routedNodes(8)).racks(100), LeafAsn.PER_LEAF, NodeAsn.PER_NODE)
                        .values())
                .allMatch(each -> each.value() <= 65534);
        assertThat(asns(Specs.ROUTED.nodes(Specs.routedNodes(8)).racks(101), LeafAsn.PER_LEAF, NodeAsn.PER_NODE)
                        .values())
                .allMatch(each -> each.value() >= 4_200_000_000L);
    }

    @Test
    void sharedNumbersAreShared() {
        Map<String, Asn> asns = asns(Specs.ROUTED.borders(1), LeafAsn.SHARED, NodeAsn.SHARED);
        assertThat(asns.get("leaf-1-1")).isEqualTo(asns.get("leaf-3-2"));
        assertThat(asns.get("gpu-1-1")).isEqualTo(asns.get("gpu-3-4")).isNotEqualTo(asns.get("leaf-1-1"));
        assertThat(asns.get("border-1")).isNotEqualTo(asns.get("leaf-1-1"));
    }

    @Test
    void nodesOfARackCanHaveTheAsOfItsLeafs() {
        Map<String, Asn> asns = asns(Specs.ROUTED, LeafAsn.PER_RACK, NodeAsn.RACK);
        assertThat(asns.get("gpu-2-3")).isEqualTo(asns.get("leaf-2-1")).isEqualTo(asns.get("leaf-2-2"));
        assertThat(asns.get("gpu-1-3")).isNotEqualTo(asns.get("gpu-2-3"));
    }

    @Test
    void theNumberOfAnExternalRouterIsSteppedOver() {
        Map<String, Asn> asns = asns(Specs.ROUTED.borders(1), LeafAsn.PER_LEAF, NodeAsn.PER_NODE);
        assertThat(asns.get("internet")).isEqualTo(new Asn(64512));
        asns.remove("internet");
        assertThat(asns.values()).doesNotContain(new Asn(64512));
    }
}
