package io.heddle.test.bench;

import io.heddle.evpn.calc.EvpnCalc;
import io.heddle.evpn.calc.Input;
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
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.RouteDistinguisher;
import io.heddle.model.net.RouteTarget;
import io.heddle.model.net.VlanId;
import io.heddle.model.net.Vni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An overlay to measure: racks of one leaf, or of two that share a VTEP address; four VLANs with symmetric IRB in one VRF, on every leaf;
 * hosts spread evenly, each announced by every leaf of its rack as MAC alone and as MAC with address. So every leaf holds a MAC, a neighbour and,
 * for those of other racks, a host route for every host.
 */
final class OverlayFabric {

    static final int VLANS = 4;
    private static final Vni L3VNI = new Vni(5000);
    private static final VrfName RED = VrfName.of("red");
    private static final MacMobility NEVER_MOVED = MacMobility.NEVER;
    private static final int CHUNK = 20_000;

    final int racks;
    final int leafsPerRack;
    final int hosts;
    private final List<List<EvpnAttributes>> bridged = new ArrayList<>();
    private final List<List<EvpnAttributes>> routed = new ArrayList<>();
    private final Map<List<Object>, EvpnAttributes> moved = new HashMap<>();
    private final List<DeviceName> names = new ArrayList<>();

    OverlayFabric(int racks, int leafsPerRack, int hosts) {
        this.racks = racks;
        this.leafsPerRack = leafsPerRack;
        this.hosts = hosts;
        for (int leaf = 0; leaf < racks * leafsPerRack; leaf++) {
            names.add(DeviceName.of("leaf-" + leaf / leafsPerRack + "-" + leaf % leafsPerRack));
            List<EvpnAttributes> macs = new ArrayList<>();
            List<EvpnAttributes> addresses = new ArrayList<>();
            for (int vlan = 0; vlan < VLANS; vlan++) {
                macs.add(attributes(leaf, vlan, 0, false));
                addresses.add(attributes(leaf, vlan, 0, true));
            }
            bridged.add(macs);
            routed.add(addresses);
        }
    }

    private EvpnAttributes attributes(int leaf, int vlan, long sequence, boolean withAddress) {
        List<RouteTarget> targets = new ArrayList<>();
        targets.add(RouteTarget.derived(asn(leaf), vni(vlan)));
        List<EvpnCommunity> communities = new ArrayList<>();
        if (sequence > 0) {
            communities.add(new MacMobility(sequence, false));
        }
        if (withAddress) {
            targets.add(RouteTarget.derived(asn(leaf), L3VNI));
            communities.add(new EvpnCommunity.RouterMac(new Mac(0x0200_0000_0000L + leaf)));
        }
        return EvpnAttributes.vxlan(vtep(leaf), targets, communities.toArray(EvpnCommunity[]::new));
    }

    /** As a RIB hands them out: equal attributes are one object. */
    private EvpnAttributes moved(int leaf, int vlan, long sequence, boolean withAddress) {
        return moved.computeIfAbsent(
                List.of(leaf, vlan, sequence, withAddress), _ -> attributes(leaf, vlan, sequence, withAddress));
    }

    private static Asn asn(int leaf) {
        return new Asn(4_200_000_000L + leaf);
    }

    private static Vni vni(int vlan) {
        return new Vni(100 + vlan);
    }

    private static VlanId vlanId(int vlan) {
        return new VlanId(100 + vlan);
    }

    private IpAddress vtep(int leaf) {
        return IpAddress.v4(0x0A00_0000L + leaf / leafsPerRack);
    }

    DeviceName name(int leaf) {
        return names.get(leaf);
    }

    private static IpAddress address(int host) {
        return IpAddress.v4(0x0B00_0000L + host);
    }

    private static Mac mac(int host) {
        return new Mac(0x0A58_0000_0000L + host);
    }

    /** An engine that holds all of it. */
    EvpnCalc filled() {
        EvpnCalc calc = new EvpnCalc();
        List<Input> chunk = new ArrayList<>(CHUNK);
        for (int leaf = 0; leaf < racks * leafsPerRack; leaf++) {
            chunk.add(new Input.SwitchThere(config(leaf)));
        }
        for (int leaf = 0; leaf < racks * leafsPerRack; leaf += leafsPerRack) {
            chunk.add(new Input.Reachable(vtep(leaf), names, true));
        }
        for (int leaf = 0; leaf < racks * leafsPerRack; leaf++) {
            for (int vlan = 0; vlan < VLANS; vlan++) {
                chunk.add(multicast(leaf, vlan));
            }
        }
        for (int host = 0; host < hosts; host++) {
            add(host, host % racks, 0, chunk);
            if (chunk.size() >= CHUNK) {
                calc.applyAll(chunk);
                chunk.clear();
            }
        }
        calc.applyAll(chunk);
        return calc;
    }

    private Input multicast(int leaf, int vlan) {
        EvpnAttributes attributes =
                bridged.get(leaf).get(vlan).withTunnel(PmsiTunnel.ingressReplication(Label.of(vni(vlan)), vtep(leaf)));
        return new Input.RouteThere(
                new EvpnRoute.InclusiveMulticast(distinguisher(leaf, vlan), EthernetTag.NONE, vtep(leaf)), attributes);
    }

    private static RouteDistinguisher distinguisher(int leaf, int vlan) {
        return RouteDistinguisher.of(IpAddress.v4(0x0A80_0000L + leaf), 100 + vlan);
    }

    /** What is told when a host appears in a rack, with the sequence that its move has. */
    void add(int host, int rack, long sequence, List<Input> inputs) {
        int vlan = host % VLANS;
        for (int leaf = rack * leafsPerRack; leaf < (rack + 1) * leafsPerRack; leaf++) {
            MacMobility mobility = sequence == 0 ? NEVER_MOVED : new MacMobility(sequence, false);
            inputs.add(new Input.HostThere(
                    names.get(leaf), vlanId(vlan), mac(host), "swp1", List.of(address(host)), mobility));
            inputs.add(new Input.RouteThere(
                    route(host, leaf, false),
                    sequence == 0 ? bridged.get(leaf).get(vlan) : moved(leaf, vlan, sequence, false)));
            inputs.add(new Input.RouteThere(
                    route(host, leaf, true),
                    sequence == 0 ? routed.get(leaf).get(vlan) : moved(leaf, vlan, sequence, true)));
        }
    }

    /** What is told when a host disappears from a rack. */
    void remove(int host, int rack, List<Input> inputs) {
        for (int leaf = rack * leafsPerRack; leaf < (rack + 1) * leafsPerRack; leaf++) {
            inputs.add(new Input.HostGone(names.get(leaf), vlanId(host % VLANS), mac(host)));
            inputs.add(new Input.RouteGone(route(host, leaf, false)));
            inputs.add(new Input.RouteGone(route(host, leaf, true)));
        }
    }

    private static EvpnRoute route(int host, int leaf, boolean withAddress) {
        int vlan = host % VLANS;
        return new EvpnRoute.MacIp(
                distinguisher(leaf, vlan),
                EvpnRoute.NO_ESI,
                EthernetTag.NONE,
                mac(host),
                withAddress ? Optional.of(address(host)) : Optional.empty(),
                Label.of(vni(vlan)),
                withAddress ? Optional.of(Label.of(L3VNI)) : Optional.empty());
    }

    private SwitchConfig config(int leaf) {
        List<VlanConfig> vlans = new ArrayList<>();
        for (int vlan = 0; vlan < VLANS; vlan++) {
            vlans.add(new VlanConfig(
                    vlanId(vlan),
                    NetworkName.of("pods-" + vlan),
                    Optional.of(vni(vlan)),
                    RouteTargets.AUTOMATIC,
                    Optional.of(new VlanConfig.Svi(
                            RED,
                            List.of(),
                            List.of(new InterfaceAddress(IpAddress.parse("11.255.255.254"), 8)),
                            Optional.empty()))));
        }
        IpAddress own = IpAddress.v4(0x0A80_0000L + leaf);
        return new SwitchConfig(
                names.get(leaf),
                List.of(own),
                List.of(),
                List.of(),
                vlans,
                List.of(new VrfConfig(RED, Optional.of(L3VNI), RouteTargets.AUTOMATIC, false)),
                Optional.of(new Vtep(own, Optional.of(vtep(leaf)), true)),
                Irb.SYMMETRIC,
                Optional.empty(),
                false,
                List.of(),
                Optional.of(new BgpConfig(asn(leaf), own, List.of(), List.of(), 64, true)));
    }
}
