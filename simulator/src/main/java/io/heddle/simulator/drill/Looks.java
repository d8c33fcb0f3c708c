package io.heddle.simulator.drill;

import io.heddle.model.config.Neighbor;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.fabric.Bond;
import io.heddle.model.fabric.Card;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.Port;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.net.IpAddress;
import io.heddle.simulator.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a node is like, as far as packets from it and to it are concerned: how it is attached, and what happened to it. */
final class Looks {

    private final Timeline timeline;
    private final Fates fates;
    private final Beginnings beginnings;
    private final @Nullable Set<DeviceName> unlike;

    /**
     * Of the nodes of a timeline.
     *
     * @param unlike nodes that are like no other; null if all are
     */
    Looks(Timeline timeline, Fates fates, Beginnings beginnings, @Nullable Set<DeviceName> unlike) {
        this.timeline = timeline;
        this.fates = fates;
        this.beginnings = beginnings;
        this.unlike = unlike;
    }

    /** Nodes of which this is equal send alike. */
    Object asSender(NodeProgram program) {
        // One with tables of its own sends by them.
        if (unlike == null
                || unlike.contains(program.name())
                || timeline.tables().containsKey(program.name())) {
            return program.name();
        }
        Fabric fabric = timeline.fabric();
        Node node = fabric.findNode(program.name())
                .orElseThrow(() -> new IllegalStateException("node " + program.name() + " is in no fabric"));
        List<String> cables = new ArrayList<>();
        for (Card card : node.cards()) {
            for (Port port : card.ports()) {
                PortRef near = new PortRef(node.name(), port.name());
                fabric.linkAt(near).ifPresent(link -> cables.add(cable(node, port, link, near)));
            }
        }
        cables.sort(null);
        return List.of(
                // Where its leafs are dead, too, its cables do not tell.
                timeline.outage().isUp(node.name()),
                node.kind(),
                node.attachment(),
                cables,
                program.interfaces().stream()
                        .map(NodeProgram.NetworkInterface::network)
                        .toList(),
                program.podNetwork(),
                program.blocks().size(),
                program.podVisibility(),
                program.bgp().stream()
                        .flatMap(each -> each.neighbors().stream())
                        .map(Neighbor::peer)
                        .toList(),
                fates.of(program.name()));
    }

    /** Nodes of which this is equal are reached alike; such nodes send alike, too. */
    Object asReceiver(NodeProgram program) {
        long own = own(program)
                        .mapToLong(each -> Fates.mix(fates.of(each) + beginnings.of(each, program.name())))
                        .sum()
                + program.interfaces().stream()
                        .map(NodeProgram.NetworkInterface::mac)
                        .mapToLong(each -> Fates.mix(fates.of(each) + beginnings.of(each)))
                        .sum();
        return List.of(asSender(program), own);
    }

    static Stream<IpAddress> own(NodeProgram node) {
        return Stream.concat(
                node.loopbacks().stream(),
                node.interfaces().stream()
                        .flatMap(each -> each.addresses().stream())
                        .map(each -> each.address()));
    }

    private String cable(Node node, Port port, Link link, PortRef near) {
        Predicate<Bond> has = bond -> bond.members().contains(port.name());
        return link.otherEnd(near).device() + " " + timeline.outage().isUp(link) + " "
                + node.bonds().stream()
                        .filter(has)
                        .map(each -> each.name() + " " + each.networks())
                        .toList();
    }
}
