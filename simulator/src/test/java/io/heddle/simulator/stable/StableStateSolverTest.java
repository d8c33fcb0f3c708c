package io.heddle.simulator.stable;

import static io.heddle.simulator.SmallClos.TENANT;
import static io.heddle.simulator.SmallClos.VLAN;
import static io.heddle.simulator.SmallClos.VNI;
import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.tables.EntryKind;
import io.heddle.model.tables.FdbEntry;
import io.heddle.model.tables.FloodEntry;
import io.heddle.model.tables.NeighborEntry;
import io.heddle.model.tables.NextHop;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.RouteSource;
import io.heddle.model.tables.SwitchTables;
import io.heddle.simulator.SmallClos;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What two leafs under two spines hold, entry by entry. */
class StableStateSolverTest {

    private static final IpAddress VTEP1 = IpAddress.parse("10.0.0.1");
    private static final IpAddress VTEP2 = IpAddress.parse("10.0.0.2");

    private static SwitchTables l1(SmallClos clos, Outage outage) {
        return clos.solve(outage).tables(DeviceName.of("l1")).orElseThrow();
    }

    private static SwitchTables l1() {
        return l1(SmallClos.of(2, 2), Outage.NONE);
    }

    private static NextHop via(String device) {
        return new NextHop.ViaPort(PortName.of("to-" + device), DeviceName.of(device));
    }

    private static RouteEntry route(String prefix, RouteSource source, NextHop... nextHops) {
        return new RouteEntry(VrfName.DEFAULT, Prefix.parse(prefix), source, List.of(nextHops));
    }

    private static Optional<RouteEntry> towards(SwitchTables tables, String address) {
        return tables.longestMatch(VrfName.DEFAULT, IpAddress.parse(address));
    }

    @Test
    void aLeafHoldsOwnAddressesOwnBlocksAndThoseOfTheOthersOverEverySpine() {
        assertThat(l1().routes())
                .containsExactlyInAnyOrder(
                        route("10.0.0.1/32", RouteSource.LOCAL, new NextHop.Local()),
                        route("10.0.0.2/32", RouteSource.BGP_EXTERNAL, via("s1"), via("s2")),
                        route("10.0.1.1/32", RouteSource.BGP_EXTERNAL, via("s1")),
                        route("10.0.1.2/32", RouteSource.BGP_EXTERNAL, via("s2")),
                        route("10.1.0.0/26", RouteSource.STATIC, via("r1")),
                        route("10.2.0.0/26", RouteSource.BGP_EXTERNAL, via("s1"), via("s2")),
                        new RouteEntry(
                                TENANT,
                                Prefix.parse("192.168.10.0/24"),
                                RouteSource.CONNECTED,
                                List.of(new NextHop.OnVlan(VLAN))));
    }

    @Test
    void aSpineHoldsNoOverlay() {
        SwitchTables spine = SmallClos.of(2, 2)
                .solve(Outage.NONE)
                .tables(DeviceName.of("s1"))
                .orElseThrow();

        assertThat(spine.macs()).isEmpty();
        assertThat(spine.floodList()).isEmpty();
        assertThat(spine.route(VrfName.DEFAULT, Prefix.parse("10.2.0.0/26")))
                .hasValue(route("10.2.0.0/26", RouteSource.BGP_EXTERNAL, via("l2")));
        // One AS for all spines: what leafs say of the other spine is a loop.
        assertThat(spine.route(VrfName.DEFAULT, Prefix.parse("10.0.1.2/32"))).isEmpty();
    }

    @Test
    void aPacketTakesTheLongestMatchOrNone() {
        assertThat(towards(l1(), "10.2.0.5").map(RouteEntry::prefix)).hasValue(Prefix.parse("10.2.0.0/26"));
        assertThat(towards(l1(), "10.2.0.64")).isEmpty();
        assertThat(l1().longestMatch(TENANT, IpAddress.parse("10.2.0.5"))).isEmpty();
    }

    @Test
    void macsAreFoundOnOwnPortsAndBehindRemoteVteps() {
        FdbEntry own = new FdbEntry(VLAN, new Mac(1), new FdbEntry.Target.Port("po-b1"));
        FdbEntry remote = new FdbEntry(VLAN, new Mac(2), new FdbEntry.Target.Vteps(List.of(VTEP2)));

        assertThat(l1().mac(VLAN, new Mac(1))).hasValue(own);
        assertThat(l1().mac(VLAN, new Mac(2))).hasValue(remote);
        assertThat(l1().mac(VLAN, new Mac(3))).isEmpty();
        assertThat(l1().macs()).containsExactlyInAnyOrder(own, remote);
    }

    @Test
    void neighboursAndFloodListNameTheRemoteVtep() {
        assertThat(l1().neighbors())
                .containsExactlyInAnyOrder(
                        new NeighborEntry(VLAN, IpAddress.parse("192.168.10.1"), new Mac(1), Optional.empty()),
                        new NeighborEntry(VLAN, IpAddress.parse("192.168.10.2"), new Mac(2), Optional.of(VTEP2)));
        assertThat(l1().floodList()).containsExactly(new FloodEntry(VNI, VTEP2));
        assertThat(l1().remoteVteps()).containsExactly(VTEP2);
    }

    @Test
    void aDeadSwitchHoldsNothingAndIsInNoGroup() {
        StableState state = SmallClos.of(2, 2).solve(Outage.of(DeviceName.of("s1")));

        assertThat(state.tables(DeviceName.of("s1"))).isEmpty();
        assertThat(state.tables(DeviceName.of("l1")).flatMap(each -> towards(each, "10.2.0.5")))
                .hasValue(route("10.2.0.0/26", RouteSource.BGP_EXTERNAL, via("s2")));
    }

    /** The spine can't go round over another leaf: that path holds its own AS. */
    @Test
    void aCutCableIsAvoidedByThoseWhoDoNotTouchItToo() {
        StableState state = SmallClos.of(3, 2).solve(Outage.of(SmallClos.cable("l2", "s1")));

        SwitchTables l1 = state.tables(DeviceName.of("l1")).orElseThrow();
        assertThat(towards(l1, "10.2.0.5")).hasValue(route("10.2.0.0/26", RouteSource.BGP_EXTERNAL, via("s2")));
        assertThat(towards(l1, "10.3.0.5"))
                .hasValue(route("10.3.0.0/26", RouteSource.BGP_EXTERNAL, via("s1"), via("s2")));
        assertThat(state.tables(DeviceName.of("s1")).flatMap(each -> towards(each, "10.2.0.5")))
                .isEmpty();
    }

    @Test
    void aLeafCutOffIsForgottenWithItsVtepAndHosts() {
        SwitchTables l1 = l1(SmallClos.of(2, 1), Outage.of(SmallClos.cable("l2", "s1")));

        assertThat(Stream.concat(l1.remoteVteps(), l1.floodList())).isEmpty();
        assertThat(l1.mac(VLAN, new Mac(2))).isEmpty();
        assertThat(towards(l1, VTEP1.toString()).map(RouteEntry::source)).hasValue(RouteSource.LOCAL);
    }

    @Test
    void aBondLivesUntilItsLastCable() {
        Outage card = new Outage(
                Set.of(),
                SmallClos.of(2, 1).fabric().links().stream()
                        .filter(each -> each.touches(DeviceName.of("b1")))
                        .collect(Collectors.toSet()));

        assertThat(l1(SmallClos.of(2, 1), Outage.of(SmallClos.cable("l1", "b1")))
                        .mac(VLAN, new Mac(1)))
                .isPresent();
        assertThat(l1(SmallClos.of(2, 1), card).mac(VLAN, new Mac(1))).isEmpty();
    }

    @Test
    void countsAreThoseOfTheEntries() {
        var counts = l1().counts();

        assertThat(counts.of(EntryKind.LOCAL_V4)).isEqualTo(1);
        assertThat(counts.of(EntryKind.HOST_ROUTE_V4)).isEqualTo(3);
        assertThat(counts.of(EntryKind.ROUTE_V4)).isEqualTo(3);
        assertThat(counts.of(EntryKind.NEXT_HOP)).isEqualTo(3);
        assertThat(counts.of(EntryKind.ECMP_GROUP)).isEqualTo(1);
        assertThat(counts.of(EntryKind.ECMP_MEMBER)).isEqualTo(2);
        assertThat(counts.of(EntryKind.MAC)).isEqualTo(2);
        assertThat(counts.of(EntryKind.OVERLAY_NEIGHBOR_V4)).isEqualTo(2);
        assertThat(counts.of(EntryKind.REMOTE_VTEP)).isEqualTo(1);
        assertThat(counts.of(EntryKind.VTEP_PER_VNI)).isEqualTo(1);
    }
}
