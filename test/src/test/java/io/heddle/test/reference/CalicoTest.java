package io.heddle.test.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.Origination;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.config.PeerGroup.NextHopMode;
import io.heddle.model.config.Policy;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpFamily;
import io.heddle.test.fabrics.BgpSketch;
import io.heddle.test.fabrics.Sketch;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nodes that speak BGP, in Calico's three designs. */
class CalicoTest {

    private static final PeerGroup CLIENTS = new PeerGroup(
            "clients",
            EnumSet.of(AddressFamily.IPV4_UNICAST),
            Policy.ACCEPT_ALL,
            Policy.ACCEPT_ALL,
            true,
            NextHopMode.STANDARD,
            0,
            false);

    /** One rack of a leaf and two L2 nodes, the leaf reflecting, and a spine. */
    private static Sketch asPerRack() {
        Sketch sketch = new Sketch();
        sketch.device("s1").bgp(65000, "10.0.1.1");
        sketch.device("l1").bgp(65101, "10.0.0.1").vlan(10, 0, VrfName.DEFAULT, List.of("10.1.1.1/24"), List.of());
        sketch.peered("l1", "s1");
        for (int n = 1; n <= 2; n++) {
            String node = "n" + n;
            sketch.attach(node, "l1", 10);
            sketch.node(node).on(10, n, "10.1.1.1" + n + "/24").pod("10.9." + n + ".1");
            sketch.node(node)
                    .bgp(65101, "10.1.1.1" + n)
                    .bgp()
                    .originate(new Origination.PodHosts())
                    .peerAt("10.1.1.1", "l1", 65101);
            sketch.bgp("l1").group(CLIENTS).peerAt("10.1.1.1" + n, node, 65101);
        }
        return sketch;
    }

    @Test
    void theLeafReachesPodsOverTheVlan() {
        Tables tables = Tables.of(asPerRack().build());
        assertThat(tables.route("l1", "10.9.1.1/32")).isEqualTo("BGP_INTERNAL vlan10:10.1.1.11");
        assertThat(tables.route("s1", "10.9.2.1/32")).isEqualTo("BGP_EXTERNAL to-l1");
        assertThat(tables.neighbors("l1", 10)).containsExactly("10.1.1.11 here", "10.1.1.12 here");
    }

    @Test
    void aDeadNodeTakesItsPodsAlong() {
        Tables tables = Tables.of(asPerRack().build().under(Outage.of(DeviceName.of("n1"))));
        assertThat(tables.route("s1", "10.9.1.1/32")).isEqualTo("-");
        assertThat(tables.neighbors("l1", 10)).containsExactly("10.1.1.12 here");
    }

    /** l2 hears of the nodes from l1 alone, which reflects with the next hop unchanged. */
    @Test
    void aReflectedRouteGoesStraightToTheNode() {
        Sketch sketch = asPerRack();
        sketch.device("l2").bgp(65101, "10.0.0.2").vlan(10, 0, VrfName.DEFAULT, List.of("10.1.1.2/24"), List.of());
        sketch.trunk("l1", "l2", 10);
        sketch.bgp("l1").group(BgpSketch.PLAIN).peerAt("10.1.1.2", "l2", 65101);
        sketch.bgp("l2").peerAt("10.1.1.1", "l1", 65101);
        Tables tables = Tables.of(sketch.build());
        assertThat(tables.route("l2", "10.9.1.1/32")).isEqualTo("BGP_INTERNAL vlan10:10.1.1.11");
        assertThat(tables.macs("l2"))
                .containsExactly(
                        "10 00:00:00:00:00:01 Port[bridgePort=to-l1]", "10 00:00:00:00:00:02 Port[bridgePort=to-l1]");
    }

    @Test
    void whatAReflectedRouteCannotReachIsNotUsed() {
        Sketch sketch = asPerRack();
        sketch.device("l2").bgp(65101, "10.0.0.2");
        sketch.peered("l2", "l1");
        Tables tables = Tables.of(sketch.build());
        assertThat(tables.route("l2", "10.9.1.1/32")).isEqualTo("-");
    }

    @Test
    void clientsHearOfEachOtherAndStrangersDoNot() {
        Sketch sketch = asPerRack();
        sketch.device("l2").bgp(65101, "10.0.0.2");
        sketch.device("l3").bgp(65101, "10.0.0.3").bgp().network("10.0.0.3/32");
        sketch.bgp("l1").group(BgpSketch.PLAIN);
        sketch.peered("l1", "l2");
        sketch.peered("l1", "l3");
        sketch.routed("l2", "l3");
        // Neither l2 nor l3 is a client: l1 keeps what it hears of one from the other.
        assertThat(Tables.of(sketch.build()).route("l2", "10.0.0.3/32")).isEqualTo("-");
    }

    @Test
    void asPerServerIsPlainExternalBgp() {
        Sketch sketch = new Sketch();
        sketch.device("l1").bgp(65101, "10.0.0.1");
        sketch.device("l2").bgp(65102, "10.0.0.2");
        sketch.node("n1").bgp(65201, "10.0.2.1").bgp().originate(new Origination.PodBlocks());
        sketch.node("n1").block("10.9.1.0/26").pod("10.9.1.3").pod("10.9.7.1");
        sketch.peered("n1", "l1");
        sketch.peered("n1", "l2");
        sketch.peered("l1", "l2");
        Tables tables = Tables.of(sketch.build());
        assertThat(tables.route("l1", "10.9.1.0/26")).isEqualTo("BGP_EXTERNAL to-n1");
        assertThat(tables.route("l1", "10.9.1.3/32")).isEqualTo("-");
        assertThat(tables.route("l1", "10.9.7.1/32")).isEqualTo("BGP_EXTERNAL to-n1");
    }

    /** All leafs in one AS, all nodes in another: the loop check leaves a leaf its own rack and the spines' default. */
    @Test
    void downwardDefaultKeepsOtherRacksOut() {
        Sketch sketch = new Sketch();
        sketch.device("s1").bgp(65000, "10.0.1.1").bgp().originate(new Origination.DefaultRoute(IpFamily.IPV4));
        for (int l = 1; l <= 2; l++) {
            sketch.device("l" + l).bgp(65100, "10.0.0." + l);
            sketch.peered("l" + l, "s1");
            sketch.node("n" + l).bgp(65200, "10.0.2." + l).bgp().originate(new Origination.PodHosts());
            sketch.node("n" + l).pod("10.9." + l + ".1");
            sketch.peered("n" + l, "l" + l);
        }
        Tables tables = Tables.of(sketch.build());
        assertThat(tables.route("l1", "10.9.1.1/32")).isEqualTo("BGP_EXTERNAL to-n1");
        assertThat(tables.route("l1", "10.9.2.1/32")).isEqualTo("-");
        assertThat(tables.route("l1", "0.0.0.0/0")).isEqualTo("BGP_EXTERNAL to-s1");
        assertThat(tables.route("s1", "10.9.2.1/32")).isEqualTo("BGP_EXTERNAL to-l2");
        assertThat(tables.route("s1", "0.0.0.0/0")).isEqualTo("-");
    }

    @Test
    void allowOwnAsLetsOtherRacksIn() {
        Sketch sketch = new Sketch();
        sketch.device("s1").bgp(65000, "10.0.1.1");
        PeerGroup lenient = new PeerGroup(
                "lenient",
                BgpSketch.PLAIN.families(),
                Policy.ACCEPT_ALL,
                Policy.ACCEPT_ALL,
                false,
                NextHopMode.STANDARD,
                1,
                false);
        sketch.device("l1").bgp(65100, "10.0.0.1").bgp().group(lenient);
        sketch.device("l2").bgp(65100, "10.0.0.2").bgp().network("10.0.0.2/32");
        sketch.peered("l1", "s1");
        sketch.peered("l2", "s1");
        assertThat(Tables.of(sketch.build()).route("l1", "10.0.0.2/32")).isEqualTo("BGP_EXTERNAL to-s1");
    }
}
