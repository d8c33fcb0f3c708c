package io.heddle.evpn.calc;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.evpn.community.EvpnAttributes;
import io.heddle.evpn.community.EvpnCommunity.MacMobility;
import io.heddle.evpn.route.EthernetTag;
import io.heddle.evpn.route.EvpnRoute;
import io.heddle.evpn.route.Label;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.Irb;
import io.heddle.model.config.RouteTargets;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VrfConfig;
import io.heddle.model.config.Vtep;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.RouteDistinguisher;
import io.heddle.model.net.RouteTarget;
import io.heddle.model.net.Vni;
import io.heddle.model.tables.NextHop;
import io.heddle.model.tables.RouteEntry;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Leafs 2 and 3 announce one host route into a VRF of leaf 1, leaf 3 with the higher sequence. */
class AddressOnSeveralVlansTest {

    private static final Vni L3VNI = new Vni(5000);
    private static final IpAddress ADDRESS = IpAddress.parse("192.168.0.1");
    private static final Mac MAC = new Mac(7);

    private final EvpnCalc calc = new EvpnCalc();

    @BeforeEach
    void leafOneHasTheVrfAlone() {
        calc.apply(new Input.SwitchThere(new SwitchConfig(
                Worlds.leaf(1),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new VrfConfig(Worlds.RED, Optional.of(L3VNI), RouteTargets.AUTOMATIC, false)),
                Optional.of(new Vtep(Worlds.vtep(1), Optional.empty(), false)),
                Irb.SYMMETRIC,
                Optional.empty(),
                false,
                List.of(),
                Optional.of(new BgpConfig(new Asn(65001), Worlds.vtep(1), List.of(), List.of(), 4, true)))));
        for (int leaf = 2; leaf <= 3; leaf++) {
            calc.apply(new Input.Reachable(Worlds.vtep(leaf), List.of(Worlds.leaf(1)), true));
        }
    }

    private void announce(int leaf, int vni, MacMobility mobility) {
        calc.apply(new Input.RouteThere(
                new EvpnRoute.MacIp(
                        RouteDistinguisher.of(Worlds.vtep(leaf), 1),
                        EvpnRoute.NO_ESI,
                        EthernetTag.NONE,
                        MAC,
                        Optional.of(ADDRESS),
                        Label.of(new Vni(vni)),
                        Optional.of(Label.of(L3VNI))),
                EvpnAttributes.vxlan(
                        Worlds.vtep(leaf), List.of(new RouteTarget(65000 + leaf, L3VNI.value())), mobility)));
    }

    private List<NextHop> way() {
        return calc.tables(Worlds.leaf(1))
                .orElseThrow()
                .routes()
                .filter(each -> each.prefix().equals(Prefix.host(ADDRESS)))
                .map(RouteEntry::nextHops)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void onOneVlanTheHighestSequenceIsFollowed() {
        announce(2, 100, MacMobility.NEVER);
        announce(3, 100, new MacMobility(5, false));

        assertThat(way()).containsExactly(new NextHop.ViaVtep(L3VNI, Worlds.vtep(3)));
    }

    /** RFC 7432 section 15 counts the moves of a MAC within its broadcast domain: a count of another VLAN says nothing. */
    @Test
    void sequencesOfDifferentVlansAreNotCompared() {
        announce(2, 100, MacMobility.NEVER);
        announce(3, 200, new MacMobility(5, false));

        assertThat(way()).containsExactly(new NextHop.ViaVtep(L3VNI, Worlds.vtep(2)));
    }
}
