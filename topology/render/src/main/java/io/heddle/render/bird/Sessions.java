package io.heddle.render.bird;

import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.Neighbor;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.config.RoutedPort.InterfaceAddress;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import io.heddle.render.InterfaceNames;
import java.util.List;
import java.util.Optional;

/** The BGP sessions of a node. */
record Sessions(NodeProgram node, BgpConfig bgp, BirdText text) {

    void write(Neighbor neighbor) {
        List<IpFamily> families = Channels.of(neighbor.group().families());
        if (!families.isEmpty()) {
            text.block("protocol bgp " + name(neighbor), () -> session(neighbor, families));
        }
    }

    /** Of the port, or of the address; BIRD's words have letters, digits and underscores. */
    private static String name(Neighbor neighbor) {
        String place = neighbor.address()
                .map(IpAddress::toString)
                .orElseGet(() -> neighbor.port().orElseThrow().value());
        return ("to_" + neighbor.peer() + "_" + place).replaceAll("[^A-Za-z0-9_]", "_");
    }

    private void session(Neighbor neighbor, List<IpFamily> families) {
        boolean internal = neighbor.remoteAs().equals(bgp.asn());
        if (neighbor.address().isPresent()) {
            IpAddress address = neighbor.address().get();
            source(address)
                    .ifPresentOrElse(
                            own -> text.line("local " + own + " as " + bgp.asn() + ";"),
                            () -> text.line("local as " + bgp.asn() + ";"));
            text.line("neighbor " + address + " as " + neighbor.remoteAs() + ";");
        } else {
            text.line("local as " + bgp.asn() + ";");
            text.line("neighbor range fe80::/10 as " + neighbor.remoteAs() + ";");
            text.line("dynamic name \"" + name(neighbor) + "_\";");
        }
        neighbor.port().ifPresent(port -> text.line("interface \"" + InterfaceNames.of(port) + "\";"));
        text.line("direct;");
        text.line("hold time 9;");
        text.line("deterministic med on;");
        PeerGroup group = neighbor.group();
        if (group.bfd()) {
            text.line("bfd on;");
        }
        if (group.allowOwnAs() > 0) {
            text.line("allow local as " + group.allowOwnAs() + ";");
        }
        if (internal && group.routeReflectorClient()) {
            text.line("rr client;");
        }
        families.forEach(each -> text.block(Channels.name(each), () -> channel(neighbor, each, internal)));
    }

    private void channel(Neighbor neighbor, IpFamily family, boolean internal) {
        PeerGroup group = neighbor.group();
        if (family == IpFamily.IPV4
                && neighbor.address().filter(IpAddress::isV4).isEmpty()) {
            text.line("extended next hop on;");
        }
        switch (group.nextHop()) {
            case STANDARD -> {
                if (!internal) {
                    text.line("next hop self;");
                }
            }
            case SELF -> text.line("next hop self;");
            case UNCHANGED -> text.line("next hop keep;");
        }
        text.lines("import", new Filters(bgp.asn(), family, false).of(group.importPolicy()));
        text.lines("export", new Filters(bgp.asn(), family, true).of(group.exportPolicy()));
    }

    private Optional<IpAddress> source(IpAddress peer) {
        return node.interfaces().stream()
                .flatMap(each -> each.addresses().stream())
                .filter(each -> Prefix.covering(each.address(), each.length()).contains(peer))
                .map(InterfaceAddress::address)
                .findFirst();
    }
}
