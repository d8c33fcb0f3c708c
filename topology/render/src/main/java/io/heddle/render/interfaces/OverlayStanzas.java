package io.heddle.render.interfaces;

import io.heddle.model.config.BridgePort;
import io.heddle.model.config.RoutedPort;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.config.Vtep;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.VlanId;
import io.heddle.model.net.Vni;
import io.heddle.render.Gap;
import io.heddle.render.InterfaceNames;
import io.heddle.render.MlagSide;
import io.heddle.render.TransitVlans;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** VXLAN devices (RFC 7348), and the transit VLANs of L3VNIs. */
record OverlayStanzas(SwitchConfig device, Flavour flavour, Optional<MlagSide> pair, List<Gap> gaps) {

    /** Inner Ethernet, VXLAN, UDP and IPv4 (RFC 7348 section 5). */
    private static final int OVERHEAD = 50;

    static String name(Vni vni) {
        return "vni" + vni;
    }

    /** The VXLAN devices of a switch, in the order they are written. */
    static List<String> names(SwitchConfig device) {
        List<String> names = new ArrayList<>();
        if (device.vtep().isPresent()) {
            device.vlans().forEach(each -> each.vni().ifPresent(vni -> names.add(name(vni))));
            device.vrfs().forEach(each -> each.l3vni().ifPresent(vni -> names.add(name(vni))));
        }
        return names;
    }

    List<Stanza> all() {
        List<Stanza> stanzas = new ArrayList<>();
        device.vtep().ifPresent(vtep -> {
            if (!vtep.primary().isV4()) {
                gaps.add(new Gap("VTEP " + vtep.primary(), "ifupdown2 takes IPv4 tunnel addresses only; left out"));
            }
            for (VlanConfig vlan : device.vlans()) {
                vlan.vni().ifPresent(vni -> stanzas.add(vxlan(vtep, vni, vlan.vlan(), true)));
            }
            for (TransitVlans.Transit each : TransitVlans.of(device)) {
                stanzas.add(vxlan(vtep, each.l3vni(), each.vlan(), false));
                stanzas.add(transit(vtep, each.vrf(), each.vlan()));
            }
        });
        return stanzas;
    }

    private Stanza vxlan(Vtep vtep, Vni vni, VlanId vlan, boolean hosts) {
        Stanza stanza = Stanza.of(name(vni)).with("vxlan-id", vni);
        if (vtep.primary().isV4()) {
            // clagd moves it to the anycast address while the pair stands.
            stanza.with("vxlan-local-tunnelip", flavour == Flavour.CUMULUS ? vtep.primary() : vtep.bridgedAddress());
        }
        stanza.with("bridge-access", vlan).with("bridge-learning", "off");
        if (hosts) {
            stanza.with("bridge-arp-nd-suppress", "on");
        }
        mtu().ifPresent(each -> stanza.with("mtu", each));
        return stanza;
    }

    /** What fits into a VXLAN packet on the narrowest routed link; packets of hosts are planned to. */
    private Optional<Integer> mtu() {
        return IntStream.concat(
                        device.routedPorts().stream().mapToInt(RoutedPort::mtu),
                        device.bridgePorts().stream().mapToInt(BridgePort::mtu))
                .boxed()
                .min(Integer::compare)
                .map(each -> each - OVERHEAD);
    }

    /** The MAC of the pair, where both answer as one next hop; beside the own one where type 5 routes keep the primary address. */
    private Stanza transit(Vtep vtep, VrfName vrf, VlanId vlan) {
        Stanza stanza = Stanza.of(InterfaceNames.ofVlan(vlan))
                .with("vlan-id", vlan)
                .with("vlan-raw-device", BridgeStanzas.BRIDGE)
                .with("vrf", vrf);
        Optional<IpAddress> anycast = vtep.anycast();
        Optional<Mac> shared = anycast.flatMap(_ -> pair.map(MlagSide::system));
        shared.ifPresent(each -> stanza.with(vtep.advertisePrimary() ? "address-virtual" : "hwaddress", each));
        return stanza;
    }
}
