package io.heddle.topology.draw;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.topology.fixture.Clos;
import io.heddle.topology.fixture.DellRack;
import io.heddle.topology.fixture.Draft;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FabricDrawingTest {

    private static Drawn draw(Fabric fabric) {
        return new Drawn(fabric, Highlight.NONE);
    }

    @Test
    void aSmallRackShowsEveryNodeAndCable() {
        Drawn drawn = draw(DellRack.ofNodes(14));
        assertThat(drawn.texts())
                .contains(
                        "leaf1",
                        "leaf2",
                        "oob1",
                        "node1",
                        "node14",
                        "rack1",
                        "2×40G",
                        "3 switches · 14 nodes · 44 cables");
        assertThat(drawn.lines(Cord.NODE)).hasSize(28).containsOnly("1×25G");
        assertThat(drawn.lines(Cord.OUT_OF_BAND)).hasSize(14);
    }

    @Test
    void manyNodesAreAStack() {
        Drawn drawn = draw(Clos.twoTiers(2, 2, 20));
        assertThat(drawn.texts()).contains("20 nodes", "20 cloud").doesNotContain("g1r1-n1");
        assertThat(drawn.lines(Cord.NODE)).hasSize(4).containsOnly("20×25G");
    }

    @Test
    void ofManyRacksTheFirstAndTheLastAreShownAndTheOthersCounted() {
        Drawn drawn = draw(Clos.twoTiers(64, 4, 2));
        assertThat(drawn.texts())
                .contains("g1r1", "g1r2", "g1r64", "60 more", "racks", "border")
                .doesNotContain("g1r30");
        assertThat(drawn.width()).isLessThan(1500);
        assertThat(drawn.lines(Cord.HIDDEN)).isNotEmpty();
    }

    @Test
    void ofManyGroupsTheFirstAndTheLastAreShown() {
        Drawn drawn = draw(Clos.threeTiers(6, 8, 4, 4, 2));
        assertThat(drawn.texts())
                .contains("g1-spine1", "g6-spine4", "4 more groups", "16 spines", "32 racks", "16 super-spines")
                .doesNotContain("g2-spine1");
    }

    @Test
    void ofManySuperSpinesEachPlaneHasSome() {
        assertThat(draw(Clos.threeTiers(2, 1, 4, 4, 1)).texts())
                .contains("super1-1", "super2-1", "super3-1", "super4-1", "+8");
    }

    @Test
    void oneRackAloneIsNotHiddenBehindANote() {
        assertThat(draw(Clos.twoTiers(5, 2, 2)).texts()).contains("g1r4").doesNotContain("1 more");
    }

    @Test
    void exitsStandUnderTheirBorderLeafs() {
        assertThat(draw(Clos.twoTiers(2, 2, 2)).lines(Cord.EXIT)).hasSize(4).containsOnly("1×100G");
        assertThat(draw(new Draft("x")
                                .spines("s1")
                                .exit("wan")
                                .cable("wan", "s1", "10G")
                                .build())
                        .texts())
                .contains("wan", "AS 64900");
    }

    @Test
    void aHighlightIsAGaugeAndTheHiddenOnesReportTheirWorst() {
        Map<DeviceName, Double> shares = Map.of(
                DeviceName.of("g1r1-a"), 0.839,
                DeviceName.of("g1r1-b"), 1.004,
                DeviceName.of("g1r2-a"), 0.001,
                DeviceName.of("g1r30-a"), 0.91);
        Drawn drawn = new Drawn(Clos.twoTiers(64, 2, 2), new Highlight("share of the fullest table", shares));
        assertThat(drawn.texts()).contains("83%", ">100%", "<1%", "up to 91%", "share of the fullest table");
    }

    @Test
    void namesAreEscapedAndLongOnesShortened() {
        Drawn drawn = draw(new Draft("a & <b>")
                .leafs("a-leaf-with-a-name-of-forty-letters-12345")
                .build());
        assertThat(drawn.texts()).contains("a & <b>", "a-leaf-with…ters-12345");
        assertThat(drawn.svg()).contains("a-leaf-with-a-name-of-forty-letters-12345: leaf");
    }

    @Test
    void thePictureIsSelfContained() {
        assertThat(draw(Clos.twoTiers(3, 2, 2)).svg().replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("<script", "http", "url(", "<image", "onload");
    }

    @Test
    void theSameFabricGivesTheSameText() {
        assertThat(draw(Clos.twoTiers(3, 2, 2)).svg())
                .isEqualTo(draw(Clos.twoTiers(3, 2, 2)).svg());
    }

    @Test
    void anEmptyFabricIsAnEmptyPicture() {
        assertThat(draw(Fabric.builder("nothing").build()).texts())
                .contains("nothing", "0 switches · 0 nodes · 0 cables");
    }

    @Test
    void nothingIsWrittenOverSomethingElse() {
        for (Fabric fabric : new Fabric[] {
            DellRack.ofNodes(14), Clos.twoTiers(64, 16, 40), Clos.twoTiers(2, 2, 3), Clos.threeTiers(8, 16, 4, 8, 10)
        }) {
            Map<DeviceName, Double> shares = new HashMap<>();
            fabric.switches().forEach(each -> shares.put(each.name(), 0.5));
            LegibleProperties.assertLegible(new Drawn(fabric, Highlight.NONE));
            LegibleProperties.assertLegible(
                    new Drawn(fabric, new Highlight("share", Collections.unmodifiableMap(shares))));
        }
    }
}
