package io.heddle.render.sonic;

import io.heddle.model.config.BridgePort;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.fabric.Lacp;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.VlanId;
import io.heddle.render.Gap;
import io.heddle.render.MlagSide;
import io.heddle.render.Naming;
import java.util.List;
import java.util.Optional;

/** Bonds, VLANs, their routed interfaces, and the MLAG pair. */
record Bridge(SwitchConfig device, Optional<MlagSide> pair, ConfigDb db, List<Gap> gaps) {

    private static final Naming NAMES = Naming.SONIC;

    /** SONiC numbers pairs of switches; a switch is in one. */
    private static final String DOMAIN = "1";

    void write() {
        device.bridgePorts().forEach(this::port);
        device.vlans().forEach(this::vlan);
        pair.ifPresent(this::mlag);
    }

    private void port(BridgePort port) {
        String name = NAMES.bridgePort(port.name());
        port.lacp().ifPresent(lacp -> bond(port, name, lacp));
        port.tagged().forEach(each -> member(each, name, "tagged"));
        port.untagged().ifPresent(each -> member(each, name, "untagged"));
        port.esi()
                .ifPresent(esi -> gaps.add(
                        new Gap("Ethernet segments", "SONiC has no EVPN multihoming; bonds to two leafs stay apart")));
    }

    private void bond(BridgePort port, String name, Lacp lacp) {
        db.put(
                "PORTCHANNEL",
                name,
                "admin_status",
                "up",
                "mtu",
                Integer.toString(port.mtu()),
                "lacp_key",
                "auto",
                "fast_rate",
                Boolean.toString(lacp.fast()));
        if (lacp.fallback()) {
            db.put("PORTCHANNEL", name, "fallback", "true");
        }
        port.members().forEach(each -> db.put("PORTCHANNEL_MEMBER", name + "|" + NAMES.port(each)));
    }

    private void member(VlanId vlan, String port, String mode) {
        if (isKnown(vlan)) {
            db.put("VLAN", NAMES.vlan(vlan), "vlanid", vlan.toString());
            db.put("VLAN_MEMBER", NAMES.vlan(vlan) + "|" + port, "tagging_mode", mode);
        }
    }

    /** SONiC keeps VLAN 1 for itself. */
    private boolean isKnown(VlanId vlan) {
        if (vlan.value() == 1) {
            gaps.add(new Gap("VLAN 1", "SONiC's VLANs begin at 2; left out"));
        }
        return vlan.value() > 1;
    }

    private void vlan(VlanConfig vlan) {
        String name = NAMES.vlan(vlan.vlan());
        db.put(
                "VLAN",
                name,
                "vlanid",
                vlan.vlan().toString(),
                "description",
                vlan.network().value());
        vlan.svi().ifPresent(svi -> svi(name, svi));
    }

    /** A static anycast gateway makes the whole interface anycast, so it stands only where the leaf has no address of its own. */
    private void svi(String name, VlanConfig.Svi svi) {
        db.put("VLAN_INTERFACE", name);
        if (!svi.vrf().equals(VrfName.DEFAULT)) {
            db.put("VLAN_INTERFACE", name, "vrf_name", NAMES.vrf(svi.vrf()));
        }
        svi.own().forEach(each -> db.put("VLAN_INTERFACE", name + "|" + each));
        if (svi.anycastGateway().isEmpty()) {
            return;
        }
        if (svi.own().isEmpty()) {
            db.put("VLAN_INTERFACE", name, "static_anycast_gateway", "true");
            svi.anycastGateway().forEach(each -> db.put("VLAN_INTERFACE", name + "|" + each));
            svi.anycastMac().ifPresent(each -> db.put("SAG", "GLOBAL", "gateway_mac", each.toString()));
        } else {
            gaps.add(new Gap(
                    "gateway " + svi.anycastGateway().getFirst().address() + " on " + name,
                    "SONiC has no virtual address beside the leaf's own; left out"));
        }
    }

    private void mlag(MlagSide side) {
        Optional<IpAddress> own =
                device.loopbacks().stream().filter(IpAddress::isV4).findFirst();
        Optional<IpAddress> other = side.backup().filter(IpAddress::isV4);
        if (own.isEmpty() || other.isEmpty()) {
            gaps.add(new Gap(
                    "MLAG pair", "SONiC wants an IPv4 address of each switch, and the design gives none; left out"));
            return;
        }
        db.put(
                "MCLAG_DOMAIN",
                DOMAIN,
                "source_ip",
                own.get().toString(),
                "peer_ip",
                other.get().toString());
        for (BridgePort port : device.bridgePorts()) {
            String name = NAMES.bridgePort(port.name());
            if (port.peerLink()) {
                db.put("MCLAG_DOMAIN", DOMAIN, "peer_link", name);
            }
            if (port.mlagId().isPresent()) {
                db.put("MCLAG_INTERFACE", DOMAIN + "|" + name, "if_type", "PortChannel");
            }
        }
    }
}
