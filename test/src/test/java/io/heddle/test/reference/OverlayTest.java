package io.heddle.test.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.config.Irb;
import io.heddle.model.config.RouteTargets;
import io.heddle.model.config.VrfConfig;
import io.heddle.model.config.Vtep;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.Esi;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Vni;
import io.heddle.test.fabrics.Sketch;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** EVPN on the leafs: racks of leaf pairs l1 and l2, l3 and l4, a spine, a bridged node behind each pair. */
class OverlayTest {

    private static final VrfName RED = VrfName.of("red");
    private static final Esi SEGMENT_1 = new Esi(0, 1);

    private static Sketch underlay() {
        Sketch sketch = new Sketch();
        sketch.device("s1").bgp(65000, "10.0.1.1");
        for (int l = 1; l <= 4; l++) {
            sketch.device("l" + l).bgp(65100 + l, "10.0.0." + l).bgp().network("10.0.0." + l + "/32");
            sketch.peered("l" + l, "s1");
        }
        return sketch;
    }

    /** Pairs with a peer link and an anycast VTEP, 10.0.2.1 and 10.0.2.2. */
    private static Sketch mlag() {
        Sketch sketch = underlay();
        for (int l = 1; l <= 4; l++) {
            String anycast = "10.0.2." + (l + 1) / 2;
            sketch.device("l" + l)
                    .loopback(anycast)
                    .vlan(10, 1010)
                    .vtep(new Vtep(IpAddress.parse("10.0.0." + l), Optional.of(IpAddress.parse(anycast)), false))
                    .bgp()
                    .network(anycast + "/32");
        }
        sketch.trunk("l1", "l2", 10);
        sketch.trunk("l3", "l4", 10);
        attachBoth(sketch, "n1", "l1", "l2", Optional.empty());
        attachBoth(sketch, "n2", "l3", "l4", Optional.empty());
        return sketch;
    }

    private static void attachBoth(Sketch sketch, String node, String one, String other, Optional<Esi> segment) {
        sketch.attach(node, one, segment, 10);
        sketch.attach(node, other, segment, 10);
        int number = node.charAt(1) - '0';
        sketch.node(node)
                .on(10, number, "10.1.0.1" + number + "/24")
                .bridgePodsTo(10)
                .pod("10.1.0.2" + number);
    }

    @Test
    void aPairIsOneVtep() {
        Tables tables = Tables.of(mlag().build());
        assertThat(tables.macs("l1"))
                .containsExactly(
                        "10 00:00:00:00:00:01 Port[bridgePort=to-n1]",
                        "10 00:00:00:00:00:02 Vteps[vteps=[10.0.2.2]]",
                        "10 0a:58:0a:01:00:15 Port[bridgePort=to-n1]",
                        "10 0a:58:0a:01:00:16 Vteps[vteps=[10.0.2.2]]");
        assertThat(tables.flood("l1")).containsExactly("1010 10.0.2.2");
        assertThat(tables.of("l1").remoteVteps()).containsExactly(IpAddress.parse("10.0.2.2"));
        assertThat(tables.of("s1").macs()).isEmpty();
    }

    @Test
    void withoutItsOwnLinkALeafUsesThePeerLink() {
        Outage cut = Outage.of(new Link(PortRef.parse("l1:to-n1"), PortRef.parse("n1:to-l1")));
        Tables tables = Tables.of(mlag().build().under(cut));
        assertThat(tables.macs("l1")).contains("10 00:00:00:00:00:01 Port[bridgePort=to-l2]");
        assertThat(tables.macs("l3")).contains("10 00:00:00:00:00:01 Vteps[vteps=[10.0.2.1]]");
    }

    /** The peer's routes carry the shared address, which is the leaf's own: it can't use them. */
    @Test
    void withoutLinkAndPeerLinkALeafIsBlind() {
        Outage cut = new Outage(
                java.util.Set.of(),
                java.util.Set.of(
                        new Link(PortRef.parse("l1:to-n1"), PortRef.parse("n1:to-l1")),
                        new Link(PortRef.parse("l1:to-l2"), PortRef.parse("l2:to-l1"))));
        Tables tables = Tables.of(mlag().build().under(cut));
        assertThat(tables.macs("l1"))
                .containsExactly(
                        "10 00:00:00:00:00:02 Vteps[vteps=[10.0.2.2]]", "10 0a:58:0a:01:00:16 Vteps[vteps=[10.0.2.2]]");
    }

    @Test
    void anUnreachableVtepIsNotUsed() {
        Tables tables = Tables.of(mlag().build().under(Outage.of(DeviceName.of("s1"))));
        assertThat(tables.flood("l1")).isEmpty();
        assertThat(tables.macs("l1")).hasSize(2);
    }

    private static Sketch segments() {
        Sketch sketch = underlay();
        for (int l = 1; l <= 4; l++) {
            sketch.device("l" + l)
                    .vlan(10, 1010)
                    .multihoming()
                    .vtep(new Vtep(IpAddress.parse("10.0.0." + l), Optional.empty(), false));
        }
        attachBoth(sketch, "n1", "l1", "l2", Optional.of(SEGMENT_1));
        attachBoth(sketch, "n2", "l3", "l4", Optional.empty());
        return sketch;
    }

    @Test
    void anEthernetSegmentIsAliased() {
        Tables tables = Tables.of(segments().build());
        assertThat(tables.macs("l3"))
                .containsExactly(
                        "10 00:00:00:00:00:01 Vteps[vteps=[10.0.0.1, 10.0.0.2]]",
                        "10 00:00:00:00:00:02 Port[bridgePort=to-n2]",
                        "10 0a:58:0a:01:00:15 Vteps[vteps=[10.0.0.1, 10.0.0.2]]",
                        "10 0a:58:0a:01:00:16 Port[bridgePort=to-n2]");
        // n2 is on two leafs without a segment: one of them is chosen.
        assertThat(tables.macs("l1")).contains("10 00:00:00:00:00:02 Vteps[vteps=[10.0.0.3]]");
        assertThat(tables.flood("l1")).containsExactly("1010 10.0.0.2", "1010 10.0.0.3", "1010 10.0.0.4");
    }

    @Test
    void aSegmentWithOneLinkCutHasOneVtepLeft() {
        Outage cut = Outage.of(new Link(PortRef.parse("l1:to-n1"), PortRef.parse("n1:to-l1")));
        Tables tables = Tables.of(segments().build().under(cut));
        assertThat(tables.macs("l3")).contains("10 00:00:00:00:00:01 Vteps[vteps=[10.0.0.2]]");
        assertThat(tables.macs("l1")).contains("10 00:00:00:00:00:01 Vteps[vteps=[10.0.0.2]]");
    }

    /** n1 on VLAN 10 of l1, n2 on VLAN 20 of l2, both SVIs of a tenant on both leafs or each on its own. */
    private static Sketch routing(Irb irb, boolean everywhere) {
        Sketch sketch = underlay();
        for (int l = 1; l <= 2; l++) {
            sketch.device("l" + l)
                    .irb(irb)
                    .vtep(new Vtep(IpAddress.parse("10.0.0." + l), Optional.empty(), false))
                    .add(new VrfConfig(
                            RED,
                            irb == Irb.SYMMETRIC ? Optional.of(new Vni(5000)) : Optional.empty(),
                            RouteTargets.AUTOMATIC,
                            true));
            for (int vlan = 10; vlan <= 20; vlan += 10) {
                if (everywhere || vlan == l * 10) {
                    sketch.device("l" + l).vlan(vlan, 1000 + vlan, RED, List.of(), List.of("10.1." + vlan + ".1/24"));
                }
            }
            sketch.attach("n" + l, "l" + l, l * 10);
            sketch.node("n" + l).on(l * 10, l, "10.1." + l * 10 + ".5/24");
        }
        return sketch;
    }

    @Test
    void asymmetricRoutingNeedsEveryNeighbourEverywhere() {
        Tables tables = Tables.of(routing(Irb.ASYMMETRIC, true).build());
        assertThat(tables.neighbors("l1", 10)).containsExactly("10.1.10.5 here");
        assertThat(tables.neighbors("l1", 20)).containsExactly("10.1.20.5 10.0.0.2");
        assertThat(tables.route("l1", RED, "10.1.20.0/24")).isEqualTo("CONNECTED vlan20");
        assertThat(tables.route("l1", RED, "10.1.20.5/32")).isEqualTo("-");
    }

    @Test
    void symmetricRoutingHasHostRoutesInstead() {
        Tables tables = Tables.of(routing(Irb.SYMMETRIC, false).build());
        assertThat(tables.neighbors("l1", 10)).containsExactly("10.1.10.5 here");
        assertThat(tables.route("l1", RED, "10.1.10.0/24")).isEqualTo("CONNECTED vlan10");
        assertThat(tables.route("l1", RED, "10.1.20.5/32")).isEqualTo("EVPN 5000:10.0.0.2");
        assertThat(tables.route("l1", RED, "10.1.20.0/24")).isEqualTo("EVPN 5000:10.0.0.2");
        assertThat(tables.route("l1", RED, "10.1.10.5/32")).isEqualTo("-");
        assertThat(tables.macs("l1")).containsExactly("10 00:00:00:00:00:01 Port[bridgePort=to-n1]");
    }
}
