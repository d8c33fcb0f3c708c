package io.heddle.evpn.calc;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.evpn.community.EvpnAttributes;
import io.heddle.evpn.community.EvpnCommunity.MacMobility;
import io.heddle.evpn.route.EthernetTag;
import io.heddle.evpn.route.EvpnRoute;
import io.heddle.evpn.route.Label;
import io.heddle.evpn.vrf.DuplicateDetection;
import io.heddle.model.config.RoutedPort.InterfaceAddress;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.RouteDistinguisher;
import io.heddle.model.net.RouteTarget;
import io.heddle.model.net.VlanId;
import io.heddle.model.net.Vni;
import io.heddle.model.tables.FdbEntry;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A MAC that leaf 1 has behind own ports and that leaf 2 keeps announcing too. */
class DuplicatesTest {

    private static final long SECOND = 1_000_000_000L;
    private static final VlanId VLAN = new VlanId(10);
    private static final Mac MAC = new Mac(0x0200_0000_0001L);
    private static final IpAddress ADDRESS = IpAddress.parse("192.168.0.1");

    private final EvpnCalc freezing = threeLeafs(DuplicateDetection.STANDARD.freezing(30 * SECOND));
    private long sequence;

    private static EvpnCalc threeLeafs(DuplicateDetection detection) {
        EvpnCalc calc = new EvpnCalc(detection);
        VlanConfig.Svi svi = new VlanConfig.Svi(
                VrfName.DEFAULT,
                List.of(),
                List.of(new InterfaceAddress(IpAddress.parse("192.168.0.254"), 24)),
                Optional.empty());
        for (int leaf = 1; leaf <= 3; leaf++) {
            calc.apply(new Input.SwitchThere(Worlds.oneVlan(leaf, Optional.of(svi))));
            calc.apply(new Input.Reachable(
                    Worlds.vtep(leaf), List.of(Worlds.leaf(1), Worlds.leaf(2), Worlds.leaf(3)), true));
        }
        return calc;
    }

    private Input announced(int leaf) {
        return new Input.RouteThere(
                route(leaf),
                EvpnAttributes.vxlan(
                        Worlds.vtep(leaf),
                        List.of(new RouteTarget(65000 + leaf, 100)),
                        new MacMobility(sequence++, false)));
    }

    private static EvpnRoute route(int leaf) {
        return new EvpnRoute.MacIp(
                RouteDistinguisher.of(Worlds.vtep(leaf), 1),
                EvpnRoute.NO_ESI,
                EthernetTag.NONE,
                MAC,
                Optional.of(ADDRESS),
                Label.of(new Vni(100)),
                Optional.empty());
    }

    private Input learned() {
        return new Input.HostThere(
                Worlds.leaf(1), VLAN, MAC, "swp1", List.of(ADDRESS), new MacMobility(sequence++, false));
    }

    /** Remote first; then that many moves, the first of them to leaf 1's own ports. */
    private void moves(EvpnCalc calc, int count, long apart) {
        calc.apply(announced(2));
        for (int i = 0; i < count; i++) {
            calc.applyAll(List.of(new Input.Now(i * apart), i % 2 == 0 ? learned() : announced(2)));
        }
    }

    private static FdbEntry.Target held(EvpnCalc calc) {
        return calc.tables(Worlds.leaf(1))
                .orElseThrow()
                .mac(VLAN, MAC)
                .orElseThrow()
                .target();
    }

    @Test
    void theFifthMoveIsTheLast() {
        moves(freezing, 4, SECOND);
        assertThat(freezing.duplicates()).isEmpty();

        freezing.apply(learned());

        assertThat(freezing.duplicates()).containsExactly(new DuplicateMac(Worlds.leaf(1), VLAN, MAC));
        assertThat(freezing.apply(announced(2))).isEmpty();
        assertThat(held(freezing)).isEqualTo(new FdbEntry.Target.Port("swp1"));
    }

    @Test
    void aMacFrozenAtAVtepStaysThere() {
        EvpnCalc calc = threeLeafs(new DuplicateDetection(4, SECOND, DuplicateDetection.STANDARD.action()));
        moves(calc, 4, 1);

        assertThat(calc.apply(learned())).isEmpty();
        assertThat(calc.apply(announced(3)))
                .as("leafs that did not see it move listen on")
                .isNotEmpty()
                .noneMatch(each -> each.at().contains(Worlds.leaf(1)));
        assertThat(held(calc)).isEqualTo(new FdbEntry.Target.Vteps(List.of(Worlds.vtep(2))));
        assertThat(calc.tables(Worlds.leaf(1)).orElseThrow().neighbors().toList())
                .singleElement()
                .satisfies(each -> assertThat(each.vtep()).contains(Worlds.vtep(2)));
    }

    @Test
    void whatIsGoneIsNotKept() {
        EvpnCalc calc = threeLeafs(new DuplicateDetection(4, SECOND, DuplicateDetection.STANDARD.action()));
        moves(calc, 4, 1);

        calc.apply(new Input.RouteGone(route(2)));

        assertThat(calc.tables(Worlds.leaf(1)).orElseThrow().mac(VLAN, MAC)).isEmpty();
    }

    @Test
    void slowMovesFreezeNothing() {
        moves(freezing, 40, 50 * SECOND);

        assertThat(freezing.duplicates()).isEmpty();
    }

    @Test
    void timeOrAPersonSettlesIt() {
        moves(freezing, 5, SECOND);
        freezing.apply(announced(2));

        assertThat(freezing.apply(new Input.Now(33 * SECOND))).isEmpty();
        assertThat(freezing.apply(new Input.Now(34 * SECOND))).isNotEmpty();
        assertThat(held(freezing)).isEqualTo(new FdbEntry.Target.Vteps(List.of(Worlds.vtep(2))));
        assertThat(freezing.duplicates()).isEmpty();

        EvpnCalc patient = threeLeafs(DuplicateDetection.STANDARD);
        moves(patient, 5, SECOND);
        patient.apply(announced(2));
        assertThat(patient.apply(new Input.Now(9_999 * SECOND))).isEmpty();
        assertThat(patient.apply(new Input.DuplicateSettled(Worlds.leaf(1), VLAN, MAC)))
                .isNotEmpty();
        assertThat(held(patient)).isEqualTo(new FdbEntry.Target.Vteps(List.of(Worlds.vtep(2))));
    }

    @Test
    void frrTellsAndFollows() {
        EvpnCalc frr = threeLeafs(DuplicateDetection.FRR);
        moves(frr, 5, SECOND);

        assertThat(frr.duplicates()).hasSize(1);
        assertThat(frr.apply(announced(2))).isNotEmpty();
        assertThat(held(frr)).isEqualTo(new FdbEntry.Target.Vteps(List.of(Worlds.vtep(2))));
    }

    @Test
    void aSwitchThatIsGoneForgets() {
        moves(freezing, 5, SECOND);

        freezing.apply(new Input.SwitchGone(Worlds.leaf(1)));

        assertThat(freezing.duplicates()).isEmpty();
    }
}
