package io.heddle.lab.layout;

import io.heddle.model.config.BridgePort;
import io.heddle.model.config.RoutedPort;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.net.Mac;
import io.heddle.model.net.VlanId;
import io.heddle.model.net.Vni;
import io.heddle.render.InterfaceNames;
import java.util.List;
import java.util.Map;

/** A VLAN of a switch: a plain bridge that is the routed interface too, its bridge ports, its VXLAN device. */
final class SwitchVlans {

    /** Of Ethernet without jumbo frames; for switches without a routed port. */
    private static final int SMALLEST_MTU = 1570;

    /** Of a gateway whose plan names none. */
    private static final Mac UNSAID = new Mac(0x02_48_47_00_00_01L);

    private SwitchVlans() {}

    /**
     * Adds a VLAN.
     *
     * @param underlay the switch's own namespace, where the VXLAN packets are routed
     * @param space the namespace of the VLAN's VRF
     */
    static void add(
            Draft draft,
            SwitchConfig config,
            VlanConfig vlan,
            Space underlay,
            Space space,
            Map<String, Meaning> meanings) {
        String bridge = InterfaceNames.ofVlan(vlan.vlan());
        draft.substitute(Substitution.Kind.BRIDGE);
        meanings.put(bridge, new Meaning.Vlan(vlan.vlan()));
        bridge(draft, space, bridge, vlan.svi().isPresent());
        for (Wire each : draft.wires(config.name())) {
            if (each.vlan().filter(vlan.vlan()::equals).isPresent()) {
                Wire.End end = each.at(config.name());
                meanings.put(end.name(), new Meaning.Member(vlan.vlan(), end.port()));
                RouterSysctls.mute(space, end.name());
                space.ip("link set dev " + end.name() + " master " + bridge);
            }
        }
        vlan.vni().ifPresent(vni -> {
            if (config.vtep().isPresent()) {
                String tunnel = "vni" + vni;
                meanings.put(tunnel, new Meaning.Tunnel(vlan.vlan(), vni));
                tunnel(config, vni, tunnel, bridge, underlay, space);
                peers(draft, config, vlan.vlan()).forEach(each -> space.keepFromForwarding(each, tunnel));
            }
        });
        vlan.svi().ifPresent(svi -> svi(vlan.vlan(), svi, bridge, space, meanings));
        space.ip("link set dev " + bridge + " up");
    }

    /** Makes a bridge; one without addresses is kept from saying so. */
    static void bridge(Draft draft, Space space, String bridge, boolean speaks) {
        draft.plugs.add("link add dev " + bridge + " netns " + space.name()
                + " type bridge stp_state 0 forward_delay 0 mcast_snooping 0 ageing_time "
                + RouterSysctls.NEVER_AGES_SECONDS * 100);
        if (!speaks) {
            RouterSysctls.mute(space, bridge);
        }
        space.ip("link set dev " + bridge + " addrgenmode none");
    }

    /** FRR keeps no session over an interface's IPv6 address while the interface has no link-local one (RFC 2545 section 3 wants both). */
    static void speakBgpOverIpv6(Space space, String bridge) {
        space.ip("link set dev " + bridge + " addrgenmode eui64");
    }

    /** The packets stay in the namespace a VXLAN device was made in, also when it is moved. */
    static void tunnel(SwitchConfig config, Vni vni, String tunnel, String bridge, Space underlay, Space space) {
        underlay.ip("link add dev " + tunnel + " type vxlan id " + vni + " local "
                + config.vtep().orElseThrow().bridgedAddress() + " dstport 4789 nolearning");
        if (!underlay.name().equals(space.name())) {
            underlay.ip("link set dev " + tunnel + " netns " + space.name());
        }
        space.ip("link set dev " + tunnel + " mtu " + mtu(config) + " master " + bridge + " addrgenmode none");
        space.ip("link set dev " + tunnel + " type bridge_slave neigh_suppress on learning off");
        space.ip("link set dev " + tunnel + " up");
    }

    /**
     * The peer link's interfaces on a VLAN. What comes from the other leaf of the pair the other leaf has sent to the VTEPs itself, or
     * got from them: sent again, it would go round for ever.
     */
    private static List<String> peers(Draft draft, SwitchConfig config, VlanId vlan) {
        List<String> peerLinks = config.bridgePorts().stream()
                .filter(BridgePort::peerLink)
                .map(BridgePort::name)
                .toList();
        return draft.wires(config.name()).stream()
                .filter(each -> each.vlan().filter(vlan::equals).isPresent())
                .map(each -> each.at(config.name()))
                .filter(each -> peerLinks.contains(each.port()))
                .map(Wire.End::name)
                .toList();
    }

    private static int mtu(SwitchConfig config) {
        return inner(
                config.routedPorts().stream().mapToInt(RoutedPort::mtu).min().orElse(SMALLEST_MTU));
    }

    /** What fits into a frame of this MTU as the payload of a frame inside VXLAN over IPv6 (RFC 7348 section 5). */
    static int inner(int mtu) {
        return mtu - 70;
    }

    /** The gateway's MAC is the bridge's, or where the leaf has an address of its own besides, that of a macvlan above it. */
    private static void svi(
            VlanId vlan, VlanConfig.Svi svi, String bridge, Space space, Map<String, Meaning> meanings) {
        space.sysctl("ipv4/conf/default/arp_ignore", 1);
        space.sysctl("ipv4/conf/" + bridge + "/arp_ignore", 1);
        boolean both = !svi.own().isEmpty() && !svi.anycastGateway().isEmpty();
        String gateway = both ? above(bridge) : bridge;
        svi.own().forEach(each -> space.address(bridge, each));
        if (svi.own().stream().anyMatch(each -> !each.address().isV4())) {
            speakBgpOverIpv6(space, bridge);
        }
        if (both) {
            meanings.put(gateway, new Meaning.Vlan(vlan));
            macvlan(space, bridge, svi.anycastMac().orElse(UNSAID));
        } else if (!svi.anycastGateway().isEmpty()) {
            svi.anycastMac().ifPresent(mac -> space.ip("link set dev " + bridge + " address " + mac));
        }
        // Of two connected routes the leaf's own address is to be the better, or it would speak with the gateway's MAC.
        svi.anycastGateway().forEach(each -> space.address(gateway, each + (both ? " metric 1024" : "")));
        if (both) {
            space.ip("link set dev " + gateway + " up");
        }
    }

    /** A second MAC of a bridge. */
    static void macvlan(Space space, String bridge, Mac mac) {
        space.ip(
                "link add dev " + above(bridge) + " link " + bridge + " address " + mac + " type macvlan mode private");
        space.ip("link set dev " + above(bridge) + " addrgenmode none");
        // Else the bridge would also flood what is meant for it.
        space.bridge("fdb replace " + mac + " dev " + bridge + " self permanent");
    }

    static String above(String bridge) {
        return bridge + "-v0";
    }
}
