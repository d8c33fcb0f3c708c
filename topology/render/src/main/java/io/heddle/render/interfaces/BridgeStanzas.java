package io.heddle.render.interfaces;

import io.heddle.model.config.BridgePort;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.fabric.Lacp;
import io.heddle.model.net.Esi;
import io.heddle.model.net.Mac;
import io.heddle.model.net.VlanId;
import io.heddle.render.Gap;
import io.heddle.render.InterfaceNames;
import io.heddle.render.MlagSide;
import io.heddle.render.TransitVlans;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The bridge, its bonds and ports, and the peer link of an MLAG pair. */
record BridgeStanzas(SwitchConfig device, Flavour flavour, Optional<MlagSide> pair, List<Gap> gaps) {

    static final String BRIDGE = "bridge";

    /** What Cumulus keeps for the control traffic of a pair. */
    private static final String PEER_VLAN = ".4094";

    List<Stanza> all() {
        List<Stanza> stanzas = new ArrayList<>();
        if (device.bridgePorts().isEmpty() && device.vlans().isEmpty()) {
            return stanzas;
        }
        List<String> ports = new ArrayList<>();
        for (BridgePort each : device.bridgePorts()) {
            stanzas.add(port(each));
            ports.add(InterfaceNames.of(each.name()));
            if (each.peerLink() && flavour == Flavour.CUMULUS) {
                pair.ifPresent(side -> stanzas.add(peering(InterfaceNames.of(each.name()), side)));
            }
        }
        ports.addAll(OverlayStanzas.names(device));
        stanzas.add(bridge(ports));
        if (flavour == Flavour.LINUX
                && device.bridgePorts().stream().anyMatch(each -> each.mlagId().isPresent())) {
            gaps.add(new Gap(
                    "MLAG pair", "needs clagd, which Linux has not: bonds to both switches come up on one of them"));
        }
        return stanzas;
    }

    private Stanza bridge(List<String> ports) {
        List<VlanId> vlans =
                new ArrayList<>(device.vlans().stream().map(VlanConfig::vlan).toList());
        TransitVlans.of(device).forEach(each -> vlans.add(each.vlan()));
        Stanza bridge = Stanza.of(BRIDGE)
                .with("bridge-vlan-aware", "yes")
                .with("bridge-ports", ports.isEmpty() ? "none" : String.join(" ", ports));
        if (!vlans.isEmpty()) {
            bridge.with("bridge-vids", VlanRanges.of(vlans));
        }
        // The kernel's own spanning tree knows no VLANs and no MLAG.
        return bridge.with("bridge-stp", flavour == Flavour.CUMULUS ? "on" : "off");
    }

    private Stanza port(BridgePort port) {
        Stanza stanza = Stanza.of(InterfaceNames.of(port.name())).with("alias", port.neighbor());
        port.lacp().ifPresent(lacp -> bond(port, lacp, stanza));
        stanza.with("mtu", port.mtu());
        if (port.tagged().isEmpty() && port.untagged().isPresent()) {
            stanza.with("bridge-access", port.untagged().get());
            return stanza;
        }
        if (!port.tagged().isEmpty()) {
            stanza.with("bridge-vids", VlanRanges.of(port.tagged()));
        }
        port.untagged()
                .ifPresentOrElse(
                        each -> stanza.with("bridge-pvid", each), () -> stanza.with("bridge-allow-untagged", "no"));
        return stanza;
    }

    private void bond(BridgePort port, Lacp lacp, Stanza stanza) {
        stanza.with(
                        "bond-slaves",
                        String.join(
                                " ",
                                port.members().stream().map(InterfaceNames::of).toList()))
                .with("bond-mode", "802.3ad")
                .with("bond-lacp-rate", lacp.fast() ? "fast" : "slow")
                .with("bond-xmit-hash-policy", "layer3+4");
        if (lacp.fallback()) {
            stanza.with("bond-lacp-bypass-allow", "yes");
        }
        if (flavour == Flavour.CUMULUS) {
            port.mlagId().ifPresent(each -> stanza.with("clag-id", each));
        }
        // Both leafs must look like one LACP partner.
        port.esi()
                .ifPresent(esi ->
                        stanza.with(flavour == Flavour.CUMULUS ? "es-sys-mac" : "bond-ad-actor-system", systemOf(esi)));
    }

    /** The system MAC of a type 3 identifier; of others six octets that are not the type. */
    private static Mac systemOf(Esi esi) {
        return new Mac((long) (esi.high() & 0xFF) << 40 | esi.low() >>> 24);
    }

    private static Stanza peering(String peerLink, MlagSide side) {
        Stanza stanza = Stanza.of(peerLink + PEER_VLAN)
                .with("clagd-peer-ip", "linklocal")
                .with("clagd-priority", side.first() ? 1000 : 2000)
                .with("clagd-sys-mac", side.system());
        side.backup().ifPresent(each -> stanza.with("clagd-backup-ip", each));
        return stanza;
    }
}
