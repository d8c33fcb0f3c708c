package io.heddle.render.bird;

import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.Neighbor;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.net.IpFamily;
import io.heddle.render.Gap;
import io.heddle.render.InterfaceNames;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Writes a node's {@code bird.conf}. Pure: equal input, equal text. */
public final class BirdRenderer {

    private final NodeProgram node;
    private final BgpConfig bgp;
    private final List<Gap> gaps;
    private final BirdText text = new BirdText();

    private BirdRenderer(NodeProgram node, BgpConfig bgp, List<Gap> gaps) {
        this.node = node;
        this.bgp = bgp;
        this.gaps = gaps;
    }

    /** The file's text; what cannot be said is added to {@code gaps}. */
    public static String of(NodeProgram node, BgpConfig bgp, List<Gap> gaps) {
        BirdRenderer renderer = new BirdRenderer(node, bgp, gaps);
        renderer.write();
        return renderer.text.toString();
    }

    private void write() {
        text.line("# " + node.name());
        text.line("log syslog all;");
        text.line("router id " + bgp.routerId() + ";");
        text.block("protocol device", () -> {});
        if (bgp.neighbors().stream().anyMatch(each -> each.group().bfd())) {
            text.block("protocol bfd", () -> {});
        }
        advertisements();
        Set<AddressFamily> carried = EnumSet.noneOf(AddressFamily.class);
        bgp.neighbors().forEach(each -> carried.addAll(each.group().families()));
        if (carried.contains(AddressFamily.L2VPN_EVPN)) {
            gaps.add(new Gap("EVPN", "BIRD 2 does not speak it; left out"));
        }
        if (!bgp.multipathRelax() && bgp.maxPaths() > 1) {
            gaps.add(new Gap("multipath over identical paths alone", "BIRD merges all paths that are equally good"));
        }
        Originated originated = new Originated(node, bgp, text, gaps);
        for (IpFamily family : Channels.of(carried)) {
            originated.write(family);
        }
        Sessions sessions = new Sessions(node, bgp, text);
        bgp.neighbors().forEach(sessions::write);
    }

    /** FRR at the other end of an unnumbered link learns our link-local address from these. */
    private void advertisements() {
        TreeSet<String> ports = new TreeSet<>();
        for (Neighbor each : bgp.neighbors()) {
            if (each.address().isEmpty()) {
                each.port().ifPresent(port -> ports.add(InterfaceNames.of(port)));
            }
        }
        if (!ports.isEmpty()) {
            text.block(
                    "protocol radv",
                    () -> ports.forEach(port -> text.block(
                            "interface \"" + port + "\"",
                            () -> text.line("min ra interval 3; max ra interval 10; default lifetime 0;"))));
        }
    }
}
