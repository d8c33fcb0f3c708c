package io.heddle.render.netplan;

import io.heddle.model.config.RoutedPort;
import io.heddle.model.fabric.Lacp;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import io.heddle.render.InterfaceNames;
import io.heddle.render.node.NodeView;
import java.util.List;

/** Writes {@code /etc/netplan/50-heddle.yaml}. Pure: equal input, equal text. */
public final class NetplanRenderer {

    private final NodeView node;
    private final List<IpAddress> defaults;
    private final Yaml yaml = new Yaml();

    private NetplanRenderer(NodeView node) {
        this.node = node;
        defaults = node.defaultGateways();
    }

    public static String of(NodeView node) {
        NetplanRenderer renderer = new NetplanRenderer(node);
        renderer.write();
        return renderer.yaml.toString();
    }

    private void write() {
        yaml.comment(node.name()).map("network", () -> {
            yaml.entry("version", 2).entry("renderer", "networkd");
            yaml.map("ethernets", this::ethernets);
            if (node.links().stream().anyMatch(each -> each.lacp().isPresent())) {
                yaml.map("bonds", this::bonds);
            }
            if (node.links().stream().anyMatch(each -> !each.tagged().isEmpty())) {
                yaml.map("vlans", this::vlans);
            }
        });
    }

    private void ethernets() {
        if (!node.loopbacks().isEmpty()) {
            yaml.map(
                    "lo",
                    () -> yaml.list(
                            "addresses",
                            node.loopbacks().stream().map(Prefix::host).toList()));
        }
        node.routedPorts().forEach(this::routed);
        for (NodeView.Link link : node.links()) {
            link.members().forEach(each -> yaml.map(each, () -> yaml.entry("mtu", node.mtu())));
            if (link.lacp().isEmpty()) {
                yaml.map(link.name(), () -> untagged(link));
            }
        }
    }

    /** Router advertisements tell FRR and BIRD of their neighbours; the kernel is not to take routes from them. */
    private void routed(RoutedPort port) {
        yaml.map(InterfaceNames.of(port.port()), () -> yaml.entry("mtu", port.mtu())
                .entry("accept-ra", false)
                .entry("link-local", "[ipv6]")
                .list("addresses", port.addresses()));
    }

    private void bonds() {
        for (NodeView.Link link : node.links()) {
            link.lacp()
                    .ifPresent(lacp -> yaml.map(link.name(), () -> {
                        yaml.list("interfaces", link.members());
                        link.lans()
                                .findFirst()
                                .ifPresent(each -> yaml.entry(
                                        "macaddress", Yaml.quoted(each.mac().toString())));
                        untagged(link);
                        yaml.map("parameters", () -> parameters(lacp));
                    }));
        }
    }

    private void parameters(Lacp lacp) {
        yaml.entry("mode", "802.3ad")
                .entry("lacp-rate", lacp.fast() ? "fast" : "slow")
                .entry("mii-monitor-interval", 100)
                .entry("transmit-hash-policy", "layer3+4");
    }

    private void untagged(NodeView.Link link) {
        yaml.entry("mtu", node.mtu());
        link.untagged().ifPresent(this::addresses);
    }

    private void vlans() {
        for (NodeView.Link link : node.links()) {
            for (NodeView.Lan lan : link.tagged()) {
                yaml.map(InterfaceNames.ofVlanOn(link.name(), lan.vlan()), () -> {
                    yaml.entry("id", lan.vlan()).entry("link", link.name()).entry("mtu", node.mtu());
                    addresses(lan);
                });
            }
        }
    }

    private void addresses(NodeView.Lan lan) {
        yaml.list("addresses", lan.addresses());
        List<IpAddress> gateways =
                lan.gateways().stream().filter(defaults::contains).toList();
        if (!gateways.isEmpty()) {
            yaml.map(
                    "routes",
                    () -> gateways.forEach(each -> {
                        yaml.line("- to: default");
                        yaml.line("  via: " + Yaml.quoted(each.toString()));
                    }));
        }
    }
}
