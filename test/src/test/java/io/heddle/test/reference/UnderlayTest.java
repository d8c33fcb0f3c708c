package io.heddle.test.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.config.Origination;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.tables.EntryKind;
import io.heddle.test.fabrics.FabricCase;
import io.heddle.test.fabrics.Sketch;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Leafs and spines of eBGP, one AS a leaf. */
class UnderlayTest {

    private static Sketch clos(int leafs, int spines) {
        Sketch sketch = new Sketch();
        for (int s = 1; s <= spines; s++) {
            sketch.device("s" + s).bgp(65000, "10.0.1." + s).bgp().network("10.0.1." + s + "/32");
        }
        for (int l = 1; l <= leafs; l++) {
            sketch.device("l" + l)
                    .bgp(65100 + l, "10.0.0." + l)
                    .vlan(10, 0, VrfName.DEFAULT, List.of("10.1." + l + ".1/24"), List.of())
                    .bgp()
                    .network("10.0.0." + l + "/32")
                    .originate(new Origination.Connected());
            for (int s = 1; s <= spines; s++) {
                sketch.peered("l" + l, "s" + s);
            }
        }
        return sketch;
    }

    @Test
    void aLeafReachesTheOtherLeafOverTheSpine() {
        Tables tables = Tables.of(clos(2, 1).build());
        assertThat(tables.route("l1", "10.0.0.1/32")).isEqualTo("LOCAL local");
        assertThat(tables.route("l1", "10.1.1.0/24")).isEqualTo("CONNECTED vlan10");
        assertThat(tables.route("l1", "10.0.0.2/32")).isEqualTo("BGP_EXTERNAL to-s1");
        assertThat(tables.route("l1", "10.1.2.0/24")).isEqualTo("BGP_EXTERNAL to-s1");
        assertThat(tables.route("s1", "10.1.2.0/24")).isEqualTo("BGP_EXTERNAL to-l2");
        assertThat(tables.of("l1").routes()).hasSize(5);
    }

    @Test
    void equalPathsShareAGroup() {
        Tables tables = Tables.of(clos(2, 3).build());
        assertThat(tables.route("l1", "10.1.2.0/24")).isEqualTo("BGP_EXTERNAL to-s1 to-s2 to-s3");
        assertThat(tables.of("l1").counts().of(EntryKind.ECMP_GROUP)).isEqualTo(1);
        assertThat(tables.of("l1").counts().of(EntryKind.ECMP_MEMBER)).isEqualTo(3);
        assertThat(tables.of("l1").counts().of(EntryKind.NEXT_HOP)).isEqualTo(3);
    }

    @Test
    void parallelLinksCountOneByOne() {
        Sketch sketch = clos(2, 1);
        sketch.peered("l1", "s1");
        assertThat(Tables.of(sketch.build()).route("l1", "10.1.2.0/24")).isEqualTo("BGP_EXTERNAL to-s1 to-s1.2");
    }

    @Test
    void maxPathsKeepsTheSmallestRouterIds() {
        Sketch sketch = clos(2, 3);
        sketch.bgp("l1").multipath(2, true);
        assertThat(Tables.of(sketch.build()).route("l1", "10.1.2.0/24")).isEqualTo("BGP_EXTERNAL to-s1 to-s2");
    }

    @Test
    void differentPathsShareAGroupOnlyWhenRelaxed() {
        Sketch sketch = new Sketch();
        sketch.device("l1").bgp(65101, "10.0.0.1");
        sketch.device("l2").bgp(65102, "10.0.0.2").bgp().network("10.0.0.2/32");
        sketch.device("s1").bgp(65001, "10.0.1.1");
        sketch.device("s2").bgp(65002, "10.0.1.2");
        for (String leaf : List.of("l1", "l2")) {
            sketch.peered(leaf, "s1");
            sketch.peered(leaf, "s2");
        }
        assertThat(Tables.of(sketch.build()).route("l1", "10.0.0.2/32")).isEqualTo("BGP_EXTERNAL to-s1 to-s2");
        sketch.bgp("l1").multipath(64, false);
        assertThat(Tables.of(sketch.build()).route("l1", "10.0.0.2/32")).isEqualTo("BGP_EXTERNAL to-s1");
    }

    @Test
    void spinesOfOneAsDoNotHearEachOther() {
        Tables tables = Tables.of(clos(2, 2).build());
        assertThat(tables.route("s1", "10.0.1.2/32")).isEqualTo("-");
        assertThat(tables.route("l1", "10.0.1.2/32")).isEqualTo("BGP_EXTERNAL to-s2");
    }

    @Test
    void aCutLinkLeavesTheOtherSpine() {
        FabricCase whole = clos(2, 2).build();
        Outage cut = Outage.of(new Link(PortRef.parse("l1:to-s1"), PortRef.parse("s1:to-l1")));
        Tables tables = Tables.of(whole.under(cut));
        assertThat(tables.route("l1", "10.1.2.0/24")).isEqualTo("BGP_EXTERNAL to-s2");
        assertThat(tables.route("l2", "10.1.1.0/24")).isEqualTo("BGP_EXTERNAL to-s2");
        // s1 could reach l1 over l2 and s2, but s2 is of its own AS.
        assertThat(tables.route("s1", "10.1.1.0/24")).isEqualTo("-");
    }

    @Test
    void aDeadLeafIsGone() {
        Tables tables = Tables.of(clos(3, 2).build().under(Outage.of(DeviceName.of("l2"))));
        assertThat(tables.has("l2")).isFalse();
        assertThat(tables.route("l1", "10.1.2.0/24")).isEqualTo("-");
        assertThat(tables.route("l1", "10.1.3.0/24")).isEqualTo("BGP_EXTERNAL to-s1 to-s2");
    }

    @Test
    void onePrefixAloneIsTheSameAsInTheWhole() {
        FabricCase each = clos(3, 2).build();
        ReferenceSolver solver =
                ReferenceSolver.of(each.fabric(), each.config(), each.endpoints(), new Outage(Set.of(), Set.of()));
        solver.routesTo(io.heddle.model.net.Prefix.parse("10.1.2.0/24"))
                .forEach((device, route) ->
                        assertThat(solver.tables(device).routes()).contains(route));
    }
}
