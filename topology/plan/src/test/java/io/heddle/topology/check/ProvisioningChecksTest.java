package io.heddle.topology.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.fabric.Lacp;
import io.heddle.topology.fixture.Draft;
import org.junit.jupiter.api.Test;

class ProvisioningChecksTest {

    private static Draft draft() {
        return new Draft("x")
                .leafs("leaf1")
                .outOfBand("oob1")
                .network("boot", 10, true, false, "10.1.0.0/24")
                .network("rack", 11, true, true, "10.2.0.0/24")
                .network("data", 12, false, false, "10.3.0.0/24");
    }

    @Test
    void aProvisioningNetworkByItselfIsFine() {
        assertThat(Found.by(Rule.PROVISIONING_ISOLATED, draft().build())).isEmpty();
    }

    @Test
    void addressesOfTheDataCentreAreNotHandedOut() {
        Draft draft = draft().exit("wan", "0.0.0.0/0", "10.1.0.0/16").cable("wan", "leaf1", "100G");
        assertThat(Found.by(Rule.PROVISIONING_ISOLATED, draft.build()))
                .containsExactly(
                        "error network boot: a subnet that overlaps 10.1.0.0/16, announced by wan",
                        "info network boot: the default VRF, in which the exits' routes are too");
    }

    @Test
    void anExitOnTheSwitchThatCarriesProvisioningIsAnError() {
        Draft draft = draft().exit("wan").cable("wan", "oob1", "1G");
        assertThat(Found.by(Rule.PROVISIONING_ISOLATED, draft.build()))
                .contains("error network rack: external router wan on out-of-band switch oob1, which carries it");
    }

    @Test
    void aSubnetSharedWithAnotherNetworkIsAWarning() {
        assertThat(Found.by(
                        Rule.PROVISIONING_ISOLATED,
                        draft().network("more", 13, false, false, "10.1.0.128/25")
                                .build()))
                .containsExactly("warning network boot: a subnet that overlaps that of network more");
    }

    @Test
    void networkBootOverABondNeedsLacpFallback() {
        Draft draft = draft();
        draft.node("n1").card("nic0", "25G", "leaf1").bond("bond0", "nic0.1", "boot data", Lacp.FAST, true);
        draft.node("n2").card("nic0", "25G", "leaf1").bond("bond0", "nic0.1", "boot data", new Lacp(true, true), true);
        draft.node("n3").card("nic0", "25G", "leaf1").bond("bond0", "nic0.1", "data boot", Lacp.FAST, true);
        assertThat(Found.by(Rule.PXE_FALLBACK, draft.build()))
                .containsExactly("warning bond0 of n1: network boot over boot on a bond without LACP fallback");
    }

    @Test
    void aProvisioningNetworkIsUntaggedSomewhere() {
        Draft draft = draft();
        draft.node("n1").card("nic0", "25G", "leaf1").bond("bond0", "nic0.1", "boot data");
        draft.node("n2")
                .card("nic0", "25G", "leaf1")
                .card("m", "1G", "oob1")
                .bond("bond0", "nic0.1", "boot data")
                .port("m.1", "rack");
        assertThat(Found.by(Rule.PXE_UNTAGGED, draft.build()))
                .containsExactly("warning bond0 of n1: provisioning network boot tagged, and untagged on no port");
    }
}
