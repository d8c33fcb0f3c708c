package io.heddle.topology.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.topology.fixture.DellRack;
import io.heddle.topology.fixture.Draft;
import org.junit.jupiter.api.Test;

class OversubscriptionTest {

    private static Fabric clos() {
        Draft draft = new Draft("x")
                .leafs("leaf1", "leaf2")
                .spines("spine1")
                .switches(SwitchRole.SUPER_SPINE, "z9332", "core1")
                .outOfBand("oob1")
                .pair("leaf1", "leaf2", 2, "100G")
                .cable("leaf1", "spine1", "100G")
                .cable("leaf2", "spine1", "100G")
                .cable("spine1", "core1", "400G")
                .exit("wan")
                .cable("wan", "leaf1", "100G");
        for (int i = 1; i <= 6; i++) {
            draft.node("n" + i).card("nic0", "25G", "leaf1", "leaf2").card("m", "1G", "oob1");
        }
        return draft.build();
    }

    @Test
    void nodesAreDownAndHigherTiersAreUpAndPeerLinksAndExitsAreNeither() {
        assertThat(Oversubscription.of(clos()).toString())
                .isEqualTo("[TierLoad[device=leaf1, role=leaf, down=150G, up=100G], "
                        + "TierLoad[device=leaf2, role=leaf, down=150G, up=100G], "
                        + "TierLoad[device=spine1, role=spine, down=200G, up=400G]]");
    }

    @Test
    void aRackWithoutSpinesHasNoTierAbove() {
        assertThat(Oversubscription.of(DellRack.ofNodes(3))).isEmpty();
    }

    @Test
    void theRatioIsSaidForEachTier() {
        assertThat(Found.by(Rule.OVERSUBSCRIPTION, clos()))
                .containsExactly(
                        "info leaf1, leaf2: leaf with 150G down and 100G up, 1.5:1",
                        "info spine1: spine with 200G down and 400G up, 0.5:1");
    }
}
