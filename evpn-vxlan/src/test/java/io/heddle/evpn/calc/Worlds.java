package io.heddle.evpn.calc;

import io.heddle.evpn.community.EvpnAttributes;
import io.heddle.evpn.community.EvpnCommunity;
import io.heddle.evpn.community.EvpnCommunity.MacMobility;
import io.heddle.evpn.community.PmsiTunnel;
import io.heddle.evpn.route.EthernetTag;
import io.heddle.evpn.route.EvpnRoute;
import io.heddle.evpn.route.Label;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.Irb;
import io.heddle.model.config.RouteTargets;
import io.heddle.model.config.RoutedPort.InterfaceAddress;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.config.VrfConfig;
import io.heddle.model.config.Vtep;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.Asn;
import io.heddle.model.net.Esi;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.RouteDistinguisher;
import io.heddle.model.net.RouteTarget;
import io.heddle.model.net.VlanId;
import io.heddle.model.net.Vni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Small worlds in which everything meets everything: few switches, MACs and addresses, many histories. */
final class Worlds {

    static final int SWITCHES = 4;
    static final VrfName RED = VrfName.of("red");
    static final RouteTarget SHARED = new RouteTarget(64999, 7);

    private final SplittableRandom dice;

    Worlds(long seed) {
        dice = new SplittableRandom(seed);
    }

    static DeviceName leaf(int number) {
        return DeviceName.of("leaf-" + number);
    }

    static IpAddress vtep(int number) {
        return IpAddress.parse("10.0.0." + number);
    }

    /** A leaf with VLAN 10 as VNI 100 and nothing else. */
    static SwitchConfig oneVlan(int number, Optional<VlanConfig.Svi> svi) {
        return new SwitchConfig(
                leaf(number),
                List.of(),
                List.of(),
                List.of(),
                List.of(new VlanConfig(
                        new VlanId(10), NetworkName.of("net"), Optional.of(new Vni(100)), RouteTargets.AUTOMATIC, svi)),
                List.of(),
                Optional.of(new Vtep(vtep(number), Optional.empty(), false)),
                Irb.SYMMETRIC,
                Optional.empty(),
                false,
                List.of(),
                Optional.of(new BgpConfig(new Asn(65000 + number), vtep(number), List.of(), List.of(), 4, true)));
    }

    /** Something that the engine is told. */
    Input next() {
        return switch (dice.nextInt(10)) {
            case 0 -> there(1 + dice.nextInt(SWITCHES));
            case 1 -> dice.nextInt(3) == 0 ? new Input.SwitchGone(leaf(1 + dice.nextInt(SWITCHES))) : reachable();
            case 2 -> reachable();
            case 3, 4 -> host();
            default -> route();
        };
    }

    private Input there(int number) {
        List<VlanConfig> vlans = new ArrayList<>();
        for (int vlan = 10; vlan <= 30; vlan += 10) {
            if (dice.nextInt(5) > 0) {
                vlans.add(vlan(vlan));
            }
        }
        List<VrfConfig> vrfs = dice.nextInt(4) == 0
                ? List.of()
                : List.of(new VrfConfig(
                        RED, dice.nextInt(5) == 0 ? Optional.empty() : Optional.of(new Vni(5000)), targets(), true));
        // Two of the switches share an address, as MLAG pairs do.
        Optional<Vtep> vtep = dice.nextInt(6) == 0
                ? Optional.empty()
                : Optional.of(new Vtep(
                        vtep(number),
                        number > SWITCHES - 2 && dice.nextBoolean() ? Optional.of(vtep(9)) : Optional.empty(),
                        dice.nextBoolean()));
        return new Input.SwitchThere(new SwitchConfig(
                leaf(number),
                List.of(),
                List.of(),
                List.of(),
                vlans,
                vrfs,
                vtep,
                Irb.SYMMETRIC,
                Optional.empty(),
                false,
                List.of(),
                Optional.of(new BgpConfig(new Asn(65000 + number), vtep(number), List.of(), List.of(), 4, true))));
    }

    private VlanConfig vlan(int vlan) {
        Optional<VlanConfig.Svi> svi = dice.nextInt(4) == 0
                ? Optional.empty()
                : Optional.of(new VlanConfig.Svi(
                        dice.nextInt(4) == 0 ? VrfName.DEFAULT : RED,
                        List.of(),
                        List.of(
                                new InterfaceAddress(IpAddress.parse("192.168.0.254"), dice.nextBoolean() ? 24 : 30),
                                new InterfaceAddress(IpAddress.parse("2001:db8::fffe"), 64)),
                        Optional.empty()));
        return new VlanConfig(
                new VlanId(vlan),
                NetworkName.of("net-" + vlan),
                vlan == 30 && dice.nextBoolean() ? Optional.empty() : Optional.of(new Vni(vlan * 10)),
                targets(),
                svi);
    }

    private RouteTargets targets() {
        return dice.nextInt(4) == 0 ? new RouteTargets(true, List.of(SHARED), List.of()) : RouteTargets.AUTOMATIC;
    }

    private Input reachable() {
        List<DeviceName> from = new ArrayList<>();
        // One switch at a time is one thing.
        from.add(leaf(1 + dice.nextInt(SWITCHES)));
        return new Input.Reachable(anyVtep(), from, dice.nextInt(4) > 0);
    }

    private IpAddress anyVtep() {
        return vtep(dice.nextInt(5) == 0 ? 9 : 1 + dice.nextInt(6));
    }

    private Input host() {
        DeviceName at = leaf(1 + dice.nextInt(SWITCHES));
        VlanId vlan = new VlanId(10 + 10 * dice.nextInt(3));
        Mac mac = mac();
        if (dice.nextInt(3) == 0) {
            return new Input.HostGone(at, vlan, mac);
        }
        List<IpAddress> addresses = new ArrayList<>();
        for (int i = dice.nextInt(3); i > 0; i--) {
            IpAddress one = address();
            if (!addresses.contains(one)) {
                addresses.add(one);
            }
        }
        return new Input.HostThere(at, vlan, mac, "swp" + dice.nextInt(3), addresses, mobility());
    }

    private Mac mac() {
        return new Mac(0x0200_0000_0000L + dice.nextInt(5));
    }

    private IpAddress address() {
        return switch (dice.nextInt(4)) {
            case 0 -> IpAddress.parse("2001:db8::" + dice.nextInt(3));
            case 1 -> IpAddress.parse("192.168.0." + (252 + dice.nextInt(2)));
            default -> IpAddress.parse("192.168.0." + dice.nextInt(4));
        };
    }

    private MacMobility mobility() {
        return new MacMobility(dice.nextBoolean() ? 0 : dice.nextInt(4), dice.nextInt(12) == 0);
    }

    private Input route() {
        int number = 1 + dice.nextInt(6);
        int vni = 100 + 100 * dice.nextInt(3);
        RouteDistinguisher distinguisher = RouteDistinguisher.of(vtep(number), vni / 100);
        Label label = Label.of(new Vni(vni));
        List<RouteTarget> targets = new ArrayList<>();
        targets.add(dice.nextInt(8) == 0 ? SHARED : new RouteTarget(65000 + number, vni));
        boolean routed = dice.nextBoolean();
        if (routed) {
            targets.add(new RouteTarget(65000 + number, 5000));
        }
        Esi segment = dice.nextInt(3) == 0 ? new Esi(3, dice.nextInt(2) + 1L) : EvpnRoute.NO_ESI;
        EvpnRoute route =
                switch (dice.nextInt(8)) {
                    case 2, 3 ->
                        new EvpnRoute.EthernetAutoDiscovery(
                                distinguisher,
                                new Esi(3, dice.nextInt(2) + 1L),
                                dice.nextBoolean() ? EthernetTag.MAX : EthernetTag.NONE,
                                label);
                    case 0 -> new EvpnRoute.InclusiveMulticast(distinguisher, EthernetTag.NONE, vtep(number));
                    case 1 ->
                        new EvpnRoute.IpPrefix(
                                distinguisher,
                                EvpnRoute.NO_ESI,
                                EthernetTag.NONE,
                                subnet(),
                                Optional.empty(),
                                Label.of(new Vni(5000)));
                    default ->
                        new EvpnRoute.MacIp(
                                distinguisher,
                                segment,
                                EthernetTag.NONE,
                                mac(),
                                dice.nextInt(3) == 0 ? Optional.empty() : Optional.of(address()),
                                label,
                                routed ? Optional.of(Label.of(new Vni(5000))) : Optional.empty());
                };
        if (dice.nextInt(3) == 0) {
            return new Input.RouteGone(route);
        }
        EvpnAttributes attributes = EvpnAttributes.vxlan(
                dice.nextInt(5) == 0 ? anyVtep() : vtep(number),
                targets,
                mobility(),
                new EvpnCommunity.EsiLabel(dice.nextInt(4) == 0, Label.ZERO),
                new EvpnCommunity.RouterMac(new Mac(number)));
        return new Input.RouteThere(
                route,
                route.type() == EvpnRoute.INCLUSIVE_MULTICAST
                        ? attributes.withTunnel(PmsiTunnel.ingressReplication(label, vtep(number)))
                        : attributes);
    }

    private Prefix subnet() {
        return switch (dice.nextInt(4)) {
            case 0 -> Prefix.parse("192.168.0.0/24");
            case 1 -> Prefix.parse("2001:db8::/64");
            case 2 -> Prefix.host(address());
            default -> Prefix.parse("10.50." + dice.nextInt(2) + ".0/24");
        };
    }
}
