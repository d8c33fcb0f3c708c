package io.heddle.test.southbound;

import io.heddle.bgp.netty.TransportOptions;
import io.heddle.bgp.session.SessionTimers;
import io.heddle.bgp.session.TransportConfig;
import io.heddle.controller.core.announce.Announcement;
import io.heddle.controller.core.announce.Wanted;
import io.heddle.controller.southbound.bgp.BgpDriver;
import io.heddle.controller.southbound.bgp.BgpSouthbound;
import io.heddle.controller.southbound.bgp.BgpSwitch;
import io.heddle.evpn.community.EvpnAttributes;
import io.heddle.evpn.community.EvpnCommunity;
import io.heddle.evpn.route.EthernetTag;
import io.heddle.evpn.route.EvpnRoute;
import io.heddle.evpn.route.Label;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.RouteDistinguisher;
import io.heddle.model.net.RouteTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Controllers in the {@code c} of an {@link FrrFabric}, and what they say. */
final class Controllers {

    static final String FIRST = "172.31.0.254";
    static final String SECOND = "172.31.0.253";
    static final RouteTarget BRIDGED = RouteTarget.parse("64999:100");
    static final RouteTarget ROUTED = RouteTarget.parse("64999:5000");

    private Controllers() {}

    /** Peers with these switches from an address. */
    static BgpDriver start(FrrFabric fabric, String address, List<String> routers) throws Exception {
        return start(fabric, address, routers, UnaryOperator.identity());
    }

    static BgpDriver start(FrrFabric fabric, String address, List<String> routers, UnaryOperator<BgpSwitch> change)
            throws Exception {
        return start(fabric, address, 0, routers, change);
    }

    /** Asks them to keep what they are told for so many seconds. */
    static BgpDriver start(
            FrrFabric fabric, String address, int restartTime, List<String> routers, UnaryOperator<BgpSwitch> change)
            throws Exception {
        IpAddress own = IpAddress.parse(address);
        List<BgpSwitch> switches =
                routers.stream().map(each -> change.apply(of(each, own))).toList();
        BgpSouthbound config =
                new BgpSouthbound(new Asn(64999), own, TransportOptions.DEFAULT.listeningOn(), restartTime, switches);
        return fabric.in("c", () -> {
            try {
                return BgpDriver.start(config, new Random(1), Throwable::printStackTrace);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static BgpSwitch of(String router, IpAddress own) {
        boolean leaf = router.startsWith("l");
        int number = Integer.parseInt(router.substring(1));
        TransportConfig transport = TransportConfig.of(IpAddress.parse("172.31.0." + (leaf ? number : 100 + number)))
                .withLocalAddress(own);
        return BgpSwitch.of(device(router), transport, new Asn(leaf ? 65100 + number : 65000))
                .withTimers(SessionTimers.DEFAULT
                        .withHoldTime(9)
                        .withConnectRetry(Duration.ofMillis(500))
                        .withIdleHold(Duration.ofMillis(200), Duration.ofMillis(500)))
                .withFamilies(Set.of(AddressFamily.IPV4_UNICAST, AddressFamily.L2VPN_EVPN));
    }

    static DeviceName device(String router) {
        return DeviceName.of(router);
    }

    static Wanted wanted(String router, long revision, Announcement... routes) {
        return Wanted.of(device(router), revision, List.of(routes));
    }

    /** Wants this and waits until it is on the wire. */
    static void tell(BgpDriver driver, Wanted... wants) throws Exception {
        driver.want(List.of(wants));
        for (Wanted each : wants) {
            FrrFabric.until(each.device() + " is told revision " + each.revision(), () -> {
                var status = driver.status().get(each.device());
                return status != null && status.isCurrent() && status.wanted() == each.revision();
            });
        }
    }

    static Announcement pod(String address, String node) {
        return Announcement.Unicast.of(Prefix.host(IpAddress.parse(address)), IpAddress.parse(node));
    }

    static Announcement host(String mac, int leaf) {
        return Announcement.Evpn.of(
                new EvpnRoute.MacIp(
                        RouteDistinguisher.parse("64999:100"),
                        EvpnRoute.NO_ESI,
                        EthernetTag.NONE,
                        Mac.parse(mac),
                        Optional.empty(),
                        new Label(100),
                        Optional.empty()),
                EvpnAttributes.vxlan(vtep(leaf), List.of(BRIDGED)));
    }

    static Announcement subnet(String prefix, int leaf) {
        return Announcement.Evpn.of(
                new EvpnRoute.IpPrefix(
                        RouteDistinguisher.parse("64999:5000"),
                        EvpnRoute.NO_ESI,
                        EthernetTag.NONE,
                        Prefix.parse(prefix),
                        Optional.empty(),
                        new Label(5000)),
                EvpnAttributes.vxlan(
                        vtep(leaf),
                        List.of(ROUTED),
                        new EvpnCommunity.RouterMac(Mac.parse(FrrFabric.routerMac(leaf)))));
    }

    static IpAddress vtep(int leaf) {
        return IpAddress.parse("10.0.0." + leaf);
    }
}
