package io.heddle.render.interfaces;

import io.heddle.model.config.RoutedPort;
import io.heddle.model.fabric.Lacp;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import io.heddle.render.InterfaceNames;
import io.heddle.render.node.NodeView;
import java.util.ArrayList;
import java.util.List;

/** The interfaces of a node: bonds, VLANs on them, routed ports. Pure: equal input, equal text. */
public final class NodeInterfaces {

    private NodeInterfaces() {}

    public static String of(NodeView node) {
        List<Stanza> stanzas = new ArrayList<>();
        Stanza lo = Stanza.loopback();
        node.loopbacks().forEach(each -> lo.with("address", Prefix.host(each)));
        stanzas.add(lo);
        for (RoutedPort port : node.routedPorts()) {
            Stanza stanza = Stanza.of(InterfaceNames.of(port.port()))
                    .with("alias", port.neighbor())
                    .with("mtu", port.mtu());
            port.addresses().forEach(each -> stanza.with("address", each));
            stanzas.add(stanza);
        }
        List<IpAddress> defaults = node.defaultGateways();
        node.links().forEach(each -> link(each, node.mtu(), defaults, stanzas));
        return Stanza.file(node.name().value(), stanzas);
    }

    private static void link(NodeView.Link link, int mtu, List<IpAddress> defaults, List<Stanza> stanzas) {
        Stanza stanza = Stanza.of(link.name());
        link.lacp().ifPresent(lacp -> bond(link, lacp, stanza));
        stanza.with("mtu", mtu);
        link.untagged().ifPresent(each -> addresses(each, defaults, stanza.with("alias", each.network())));
        stanzas.add(stanza);
        for (NodeView.Lan each : link.tagged()) {
            Stanza vlan = Stanza.of(InterfaceNames.ofVlanOn(link.name(), each.vlan()))
                    .with("alias", each.network())
                    .with("vlan-id", each.vlan())
                    .with("vlan-raw-device", link.name())
                    .with("mtu", mtu);
            addresses(each, defaults, vlan);
            stanzas.add(vlan);
        }
    }

    private static void bond(NodeView.Link link, Lacp lacp, Stanza stanza) {
        stanza.with("bond-slaves", String.join(" ", link.members()))
                .with("bond-mode", "802.3ad")
                .with("bond-lacp-rate", lacp.fast() ? "fast" : "slow")
                .with("bond-miimon", 100)
                .with("bond-xmit-hash-policy", "layer3+4");
        link.lans().map(NodeView.Lan::mac).findFirst().ifPresent(each -> stanza.with("hwaddress", each));
    }

    private static void addresses(NodeView.Lan lan, List<IpAddress> defaults, Stanza stanza) {
        lan.addresses().forEach(each -> stanza.with("address", each));
        lan.gateways().stream().filter(defaults::contains).forEach(each -> stanza.with("gateway", each));
    }
}
