package io.heddle.evpn.calc;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.evpn.community.EvpnAttributes;
import io.heddle.evpn.community.EvpnCommunity.DfElection;
import io.heddle.evpn.community.EvpnCommunity.EsiLabel;
import io.heddle.evpn.route.EthernetTag;
import io.heddle.evpn.route.EvpnRoute;
import io.heddle.evpn.route.Label;
import io.heddle.model.net.Esi;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.RouteDistinguisher;
import io.heddle.model.net.RouteTarget;
import io.heddle.model.net.VlanId;
import io.heddle.model.net.Vni;
import io.heddle.model.tables.FdbEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What leaf 1 sends where, for hosts behind a segment of leafs 2 and 3. */
class SegmentTest {

    private static final Esi SEGMENT = new Esi(0x0300, 7);
    private static final Mac HOST = new Mac(0x0200_0000_0001L);
    private static final Mac OTHER = new Mac(0x0200_0000_0002L);

    private final EvpnCalc calc = new EvpnCalc();

    SegmentTest() {
        List<Input> inputs = new ArrayList<>();
        inputs.add(new Input.SwitchThere(Worlds.oneVlan(1, Optional.empty())));
        for (int i = 2; i <= 3; i++) {
            inputs.add(new Input.Reachable(Worlds.vtep(i), List.of(Worlds.leaf(1)), true));
        }
        calc.applyAll(inputs);
    }

    private static EvpnAttributes from(int leaf, boolean singleActive) {
        List<RouteTarget> targets = List.of(new RouteTarget(65000 + leaf, 100));
        return EvpnAttributes.vxlan(Worlds.vtep(leaf), targets, new EsiLabel(singleActive, Label.ZERO));
    }

    private static EvpnRoute.EthernetAutoDiscovery discovery(int leaf, EthernetTag tag) {
        return new EvpnRoute.EthernetAutoDiscovery(
                RouteDistinguisher.of(Worlds.vtep(leaf), 1), SEGMENT, tag, Label.of(new Vni(100)));
    }

    private static EvpnRoute.MacIp host(int leaf, Mac mac) {
        return new EvpnRoute.MacIp(
                RouteDistinguisher.of(Worlds.vtep(leaf), 10),
                SEGMENT,
                EthernetTag.NONE,
                mac,
                Optional.empty(),
                Label.of(new Vni(100)),
                Optional.empty());
    }

    private List<TableChange> attached(int leaf, boolean singleActive) {
        return calc.applyAll(List.of(
                new Input.RouteThere(discovery(leaf, EthernetTag.MAX), from(leaf, singleActive)),
                new Input.RouteThere(discovery(leaf, EthernetTag.NONE), from(leaf, singleActive))));
    }

    private List<IpAddress> sentTo(Mac mac) {
        return calc.tables(Worlds.leaf(1))
                .orElseThrow()
                .mac(new VlanId(10), mac)
                .map(each -> ((FdbEntry.Target.Vteps) each.target()).vteps())
                .orElse(List.of());
    }

    @Test
    void aHostBehindASegmentCountsOnceTheSegmentIsAnnounced() {
        calc.apply(new Input.RouteThere(host(2, HOST), from(2, false)));
        assertThat(sentTo(HOST)).isEmpty();

        attached(2, false);

        assertThat(sentTo(HOST)).containsExactly(Worlds.vtep(2));
    }

    @Test
    void aLeafThatHasNotLearnedTheHostIsAnAlias() {
        attached(2, false);
        attached(3, false);
        calc.apply(new Input.RouteThere(host(2, HOST), from(2, false)));

        assertThat(sentTo(HOST)).containsExactly(Worlds.vtep(2), Worlds.vtep(3));

        calc.apply(new Input.RouteGone(discovery(3, EthernetTag.NONE)));
        assertThat(sentTo(HOST)).containsExactly(Worlds.vtep(2));
    }

    @Test
    void oneWithdrawalMovesEveryHostOfTheSegment() {
        attached(2, false);
        attached(3, false);
        for (int leaf = 2; leaf <= 3; leaf++) {
            calc.apply(new Input.RouteThere(host(leaf, HOST), from(leaf, false)));
            calc.apply(new Input.RouteThere(host(leaf, OTHER), from(leaf, false)));
        }

        List<TableChange> changes = calc.apply(new Input.RouteGone(discovery(2, EthernetTag.MAX)));

        assertThat(sentTo(HOST)).containsExactly(Worlds.vtep(3));
        assertThat(sentTo(OTHER)).containsExactly(Worlds.vtep(3));
        assertThat(changes).filteredOn(TableChange.Put.class::isInstance).hasSize(2);
    }

    @Test
    void theBackupIsUsedWhenTheActiveLeafLeavesTheSegment() {
        attached(2, true);
        attached(3, true);
        calc.apply(new Input.RouteThere(host(2, HOST), from(2, true)));
        assertThat(sentTo(HOST)).containsExactly(Worlds.vtep(2));

        calc.apply(new Input.RouteThere(host(3, HOST), from(3, true)));
        calc.apply(new Input.RouteGone(discovery(2, EthernetTag.MAX)));

        assertThat(sentTo(HOST)).containsExactly(Worlds.vtep(3));
    }

    @Test
    void anAliasThatCannotBeReachedIsNone() {
        attached(2, false);
        attached(3, false);
        calc.apply(new Input.RouteThere(host(2, HOST), from(2, false)));

        calc.apply(new Input.Reachable(Worlds.vtep(3), List.of(Worlds.leaf(1)), false));

        assertThat(sentTo(HOST)).containsExactly(Worlds.vtep(2));
    }

    @Test
    void typeFourRoutesElectTheForwarder() {
        EthernetTag tag = new EthernetTag(10);
        assertThat(calc.designatedForwarder(SEGMENT, tag)).isEmpty();
        for (int leaf = 2; leaf <= 3; leaf++) {
            calc.apply(new Input.RouteThere(member(leaf), wish(leaf, DfElection.MODULO, 0)));
        }
        // RFC 7432 section 8.5: the tenth of two is the first.
        assertThat(calc.designatedForwarder(SEGMENT, tag)).contains(Worlds.vtep(2));
        assertThat(calc.designatedForwarder(SEGMENT, new EthernetTag(11))).contains(Worlds.vtep(3));

        calc.apply(new Input.RouteThere(member(2), wish(2, DfElection.PREFERENCE, 1)));
        calc.apply(new Input.RouteThere(member(3), wish(3, DfElection.PREFERENCE, 2)));
        assertThat(calc.designatedForwarder(SEGMENT, tag)).contains(Worlds.vtep(3));

        calc.apply(new Input.RouteGone(member(3)));
        assertThat(calc.designatedForwarder(SEGMENT, tag)).contains(Worlds.vtep(2));
    }

    private static EvpnRoute.EthernetSegment member(int leaf) {
        return new EvpnRoute.EthernetSegment(RouteDistinguisher.of(Worlds.vtep(leaf), 1), SEGMENT, Worlds.vtep(leaf));
    }

    private static EvpnAttributes wish(int leaf, int algorithm, int preference) {
        return EvpnAttributes.vxlan(Worlds.vtep(leaf), List.of(), new DfElection(algorithm, 0, preference));
    }
}
