package io.heddle.topology.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Network;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.VlanId;
import io.heddle.topology.fixture.DellRack;
import io.heddle.topology.fixture.Draft;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NetworkChecksTest {

    private static Draft twoLeafs() {
        Draft draft = new Draft("x")
                .leafs("leaf1", "leaf2")
                .outOfBand("oob1")
                .network("data", 10)
                .network("ipmi", 20, false, true);
        draft.node("n1").card("nic0", "25G", "leaf1").port("nic0.1", "data");
        draft.node("n2").card("nic0", "25G", "leaf2").port("nic0.1", "data");
        return draft;
    }

    @Test
    void theReferenceRacksNetworksAreFine() {
        assertThat(StructuralChecks.check(DellRack.ofNodes(2), each -> Optional.empty()))
                .isEmpty();
    }

    @Test
    void aNetworkThatIsUsedIsDescribed() {
        Draft draft = twoLeafs();
        draft.node("n3").card("nic0", "25G", "leaf1").bond("bond0", "nic0.1", "dada");
        draft.node("n4").card("nic0", "25G", "leaf1").port("nic0.1", "ipmy");
        assertThat(Found.by(Rule.NETWORK_EXISTS, draft.build()))
                .containsExactly(
                        "error bond0 of n3: network dada, which is not described",
                        "error n4:nic0.1: network ipmy, which is not described");
    }

    @Test
    void aNetworksVrfIsDescribed() {
        Fabric fabric = Fabric.builder("x")
                .add(new Network(
                        NetworkName.of("data"),
                        new VlanId(1),
                        List.of(),
                        Optional.empty(),
                        VrfName.of("blue"),
                        false,
                        false))
                .build();
        assertThat(Found.by(Rule.NETWORK_EXISTS, fabric))
                .containsExactly("error network data: VRF blue, which is not described");
    }

    @Test
    void aNetworkIsCarriedEndToEnd() {
        assertThat(Found.by(Rule.NETWORK_CONNECTED, twoLeafs().build()))
                .containsExactly("error network data: 2 parts that do not reach each other, with n1 and n2");
        assertThat(Found.by(
                        Rule.NETWORK_CONNECTED,
                        twoLeafs().cable("leaf1", "leaf2", "100G").build()))
                .isEmpty();
    }

    @Test
    void membersThatMeetInTwoPlanesAreConnected() {
        Draft draft = new Draft("planes").leafs("a", "b").network("data", 10);
        draft.node("n1").card("nic0", "200G", "a", "b").port("nic0.1", "data").port("nic0.2", "data");
        draft.node("n2").card("nic0", "200G", "a", "b").port("nic0.1", "data").port("nic0.2", "data");
        assertThat(Found.by(Rule.NETWORK_CONNECTED, draft.build())).isEmpty();
    }

    @Test
    void managementNetworksMayBeJoinedElsewhere() {
        Draft draft = twoLeafs().cable("leaf1", "leaf2", "100G").outOfBand("oob2");
        draft.node("n3").card("m", "1G", "oob1").port("m.1", "ipmi");
        draft.node("n4").card("m", "1G", "oob2").port("m.1", "ipmi");
        assertThat(Found.by(Rule.NETWORK_CONNECTED, draft.build()))
                .containsExactly("warning network ipmi: 2 parts that do not reach each other, with n3 and n4");
    }

    @Test
    void aMemberWithoutCableIsAnError() {
        Draft draft = twoLeafs().cable("leaf1", "leaf2", "100G");
        draft.node("n3").card("nic0", "25G", "-").port("nic0.1", "data");
        assertThat(Found.by(Rule.NETWORK_CONNECTED, draft.build()))
                .containsExactly("error n3: no cable to a switch that carries network data");
    }

    @Test
    void outOfBandNetworksRunOverOutOfBandSwitchesAndTheOthersDoNot() {
        Draft draft = twoLeafs().cable("leaf1", "leaf2", "100G");
        draft.node("n3")
                .card("nic0", "25G", "leaf1", "oob1")
                .port("nic0.1", "ipmi data")
                .port("nic0.2", "ipmi data");
        assertThat(Found.by(Rule.NETWORK_CONNECTED, draft.build()))
                .containsExactly(
                        "error n3:nic0.1: network ipmi on a cable to leaf switch leaf1",
                        "error n3:nic0.2: network data on a cable to out-of-band switch oob1");
    }

    @Test
    void oneVlanForTwoNetworksOnASwitchIsAnError() {
        Draft draft =
                twoLeafs().cable("leaf1", "leaf2", "100G").network("more", 10).network("other", 10);
        draft.node("n3").card("nic0", "25G", "leaf2").port("nic0.1", "more");
        assertThat(Found.by(Rule.VLAN_SHARED, draft.build()))
                .containsExactly("error network more: VLAN 10, which is that of data too, on leaf2");
        assertThat(Found.by(Rule.VLAN_SHARED, StructuralChecks.flatLayer2(draft.build())))
                .containsExactly("error network more, network other: VLAN 10, which is that of data too");
    }
}
