package io.heddle.test.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.evpn.calc.Input;
import io.heddle.evpn.community.PmsiTunnel;
import io.heddle.evpn.route.EvpnRoute;
import io.heddle.evpn.route.Label;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.RouteDistinguisher;
import io.heddle.model.net.RouteTarget;
import io.heddle.model.net.Vni;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** EVPN with GoBGP on the wire. */
class GobgpEvpnIT {

    private static final String[] ADD = {"global", "rib", "add", "-a", "evpn"};

    private Bed bed;
    private EvpnRoutesOfOurs routes;
    private Gobgp gobgp;

    @BeforeEach
    void start() throws Exception {
        bed = Bed.with(Gobgp.DAEMON, Gobgp.CLIENT);
        Ours ours = Ours.start(bed);
        routes = new EvpnRoutesOfOurs(ours);
        gobgp = Gobgp.start(bed, Gobgp.Neighbor.of(Bed.OURS, 65001).evpn());
        ours.untilEstablished(ours.add(FrrEvpnIT.evpnPeer(ours)));
    }

    @AfterEach
    void end() throws Exception {
        if (bed != null) {
            bed.close();
        }
    }

    private void add(String words) throws Exception {
        String[] more = words.split(" ", -1);
        String[] all = new String[ADD.length + more.length];
        System.arraycopy(ADD, 0, all, 0, ADD.length);
        System.arraycopy(more, 0, all, ADD.length, more.length);
        gobgp.ask(all);
    }

    @Test
    void everyTypeThatItSendsIsReadAsItMeansIt() throws Exception {
        add("macadv 02:00:00:00:00:77 192.168.100.77 etag 0 label 100,5000 rd 64999:100 rt 64999:100 encap vxlan "
                + "nexthop 10.8.0.2");
        add("multicast 10.8.0.2 etag 0 rd 64999:100 rt 64999:100 encap vxlan pmsi ingress-repl 100 10.8.0.2");
        add("prefix 10.60.4.0/24 gw 0.0.0.0 etag 0 label 5000 rd 64999:5000 rt 64999:5000 encap vxlan "
                + "router-mac 02:00:00:00:50:04");
        add("a-d esi MAC 44:38:39:ff:00:01 1 etag 4294967295 label 0 rd 10.8.0.2:4 rt 65101:100 encap vxlan "
                + "esi-label 0");
        add("esi 10.8.0.2 esi MAC 44:38:39:ff:00:01 1 rd 10.8.0.2:3 rt 65101:100 encap vxlan");

        bed.until(
                "all five are there",
                () -> !routes.heard(EvpnRoute.MacIp.class).isEmpty()
                        && !routes.heard(EvpnRoute.InclusiveMulticast.class).isEmpty()
                        && !routes.heard(EvpnRoute.IpPrefix.class).isEmpty()
                        && !routes.heard(EvpnRoute.EthernetAutoDiscovery.class).isEmpty()
                        && !routes.heard(EvpnRoute.EthernetSegment.class).isEmpty());
        Input.RouteThere host = routes.heard(EvpnRoute.MacIp.class).getFirst();
        EvpnRoute.MacIp macIp = (EvpnRoute.MacIp) host.route();
        assertThat(macIp.distinguisher()).isEqualTo(RouteDistinguisher.parse("64999:100"));
        assertThat(macIp.mac()).isEqualTo(Mac.parse("02:00:00:00:00:77"));
        assertThat(macIp.address()).contains(IpAddress.parse("192.168.100.77"));
        assertThat(macIp.label().vni()).contains(new Vni(100));
        assertThat(macIp.routedLabel().flatMap(Label::vni)).contains(new Vni(5000));
        assertThat(host.attributes().targets()).containsExactly(new RouteTarget(64999, 100));
        assertThat(host.attributes().isVxlan()).isTrue();

        assertThat(routes.heard(EvpnRoute.InclusiveMulticast.class)
                        .getFirst()
                        .attributes()
                        .tunnel()
                        .flatMap(PmsiTunnel::vtep))
                .contains(IpAddress.parse("10.8.0.2"));
        Input.RouteThere prefix = routes.heard(EvpnRoute.IpPrefix.class).getFirst();
        assertThat(((EvpnRoute.IpPrefix) prefix.route()).prefix()).isEqualTo(Prefix.parse("10.60.4.0/24"));
        assertThat(prefix.attributes().routerMac()).contains(Mac.parse("02:00:00:00:50:04"));
        EvpnRoute.EthernetAutoDiscovery discovery = (EvpnRoute.EthernetAutoDiscovery)
                routes.heard(EvpnRoute.EthernetAutoDiscovery.class).getFirst().route();
        assertThat(discovery.isPerSegment()).isTrue();
    }

    /** GoBGP 3.10 writes a four-octet AS into a distinguisher of type 0, cut to 65535. Wrong, and still a route. */
    @Test
    void itsWrongDistinguishersOfFourOctetAsesAreCarried() throws Exception {
        add("macadv 02:00:00:00:00:78 0.0.0.0 etag 0 label 100 rd 4200000001:5 rt 64999:100 encap vxlan");

        bed.until(
                "the route is there", () -> !routes.heard(EvpnRoute.MacIp.class).isEmpty());
        EvpnRoute.MacIp macIp =
                (EvpnRoute.MacIp) routes.heard(EvpnRoute.MacIp.class).getFirst().route();
        assertThat(macIp.distinguisher()).hasToString("65535:5");
    }

    @Test
    void everyTypeThatWeSendIsInItsTable() throws Exception {
        routes.send(EvpnRoutesOfOurs.everyType());

        for (String each : List.of(
                "[type:A-D]", "[type:macadv]", "02:00:00:00:0e:61", "[type:multicast]", "[type:esi]", "10.50.4.0/24")) {
            bed.until("GoBGP holds " + each, () -> gobgp.ask("global", "rib", "-a", "evpn")
                    .contains(each));
        }
        routes.withdraw(EvpnRoutesOfOurs.everyType());
        bed.until("GoBGP holds none of it", () -> !gobgp.ask("global", "rib", "-a", "evpn")
                .contains("10.8.0.3"));
    }
}
