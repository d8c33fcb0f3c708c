package io.heddle.topology.draw;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.ExternalExit;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.MlagPair;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.Port;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.fabric.RackName;
import io.heddle.model.fabric.Switch;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.topology.graph.CableGraph;
import io.heddle.topology.graph.Components;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Cuts a fabric into columns: leafs that are a pair, have a node in common, or have no nodes and an external router in common. In the
 * order of the fabric's leafs.
 */
final class Columns {

    private final Fabric fabric;
    private final Components together;
    private final Map<Integer, List<Switch>> leafs = new LinkedHashMap<>();
    private final Map<Integer, List<Node>> nodes = new LinkedHashMap<>();
    private final Map<Integer, List<Switch>> outOfBand = new LinkedHashMap<>();
    private final Map<Integer, List<ExternalExit>> exits = new LinkedHashMap<>();

    Columns(Fabric fabric) {
        this.fabric = fabric;
        List<DeviceName> devices = Stream.concat(
                        fabric.switches().stream()
                                .filter(each -> each.role().isLeaf())
                                .map(Switch::name),
                        Stream.concat(
                                fabric.nodes().stream().map(Node::name),
                                fabric.exits().stream().map(ExternalExit::router)))
                .toList();
        Set<Link> joining = new LinkedHashSet<>();
        fabric.mlagPairs().stream().map(MlagPair::peerLink).forEach(joining::addAll);
        Set<DeviceName> withNodes = new HashSet<>();
        for (Link link : fabric.links()) {
            if (isNode(link.a()) || isNode(link.b())) {
                joining.add(link);
                withNodes.add(link.a().device());
                withNodes.add(link.b().device());
            }
        }
        for (ExternalExit exit : fabric.exits()) {
            for (Port port : exit.ports()) {
                fabric.linkAt(new PortRef(exit.router(), port.name()))
                        .filter(each -> !withNodes.contains(each.a().device())
                                && !withNodes.contains(each.b().device()))
                        .ifPresent(joining::add);
            }
        }
        together = CableGraph.of(devices, List.copyOf(joining)).components();
        fabric.switches().forEach(this::addSwitch);
        fabric.nodes().forEach(each -> put(nodes, column(each.name()), each));
        fabric.exits().forEach(each -> put(exits, columnOf(each), each));
    }

    private boolean isNode(PortRef end) {
        return fabric.findNode(end.device()).isPresent();
    }

    private void addSwitch(Switch device) {
        if (device.role().isLeaf()) {
            put(leafs, column(device.name()), device);
        } else if (device.role() == SwitchRole.OUT_OF_BAND) {
            put(outOfBand, managedColumn(device), device);
        }
    }

    private static <T> void put(Map<Integer, List<T>> map, Optional<Integer> column, T what) {
        column.ifPresent(
                each -> map.computeIfAbsent(each, key -> new ArrayList<>()).add(what));
    }

    private Optional<Integer> column(DeviceName device) {
        return together.of(device).stream().boxed().findFirst();
    }

    /** The only column that has nodes on an out-of-band switch. */
    private Optional<Integer> managedColumn(Switch device) {
        Set<Integer> managed = new LinkedHashSet<>();
        for (Port port : device.ports()) {
            fabric.farEnd(new PortRef(device.name(), port.name()))
                    .flatMap(far -> column(far.device()))
                    .ifPresent(managed::add);
        }
        return managed.size() == 1 ? managed.stream().findFirst() : Optional.empty();
    }

    /** The column of the first leaf that a router is cabled to; none if that is not a leaf. */
    private Optional<Integer> columnOf(ExternalExit exit) {
        return exit.ports().stream()
                .map(port -> fabric.farEnd(new PortRef(exit.router(), port.name())))
                .flatMap(Optional::stream)
                .map(far -> column(far.device()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    List<Column> list() {
        Map<Integer, Column> columns = new LinkedHashMap<>();
        leafs.forEach((number, switches) -> columns.put(number, column(number, switches)));
        nodes.forEach((number, list) -> columns.computeIfAbsent(number, each -> column(each, List.of())));
        return List.copyOf(columns.values());
    }

    private Column column(Integer number, List<Switch> switches) {
        List<Node> own = nodes.getOrDefault(number, List.of());
        return new Column(
                title(switches, own),
                switches,
                own,
                outOfBand.getOrDefault(number, List.of()),
                exits.getOrDefault(number, List.of()));
    }

    private static String title(List<Switch> leafs, List<Node> nodes) {
        List<String> racks = Stream.concat(
                        leafs.stream().map(Switch::rack), nodes.stream().map(Node::rack))
                .flatMap(Optional::stream)
                .map(RackName::toString)
                .distinct()
                .toList();
        if (racks.size() == 1) {
            return racks.getFirst();
        }
        if (racks.size() > 1) {
            return racks.getFirst() + " to " + racks.getLast();
        }
        if (leafs.isEmpty()) {
            return "";
        }
        return leafs.getFirst().role() == SwitchRole.BORDER_LEAF && nodes.isEmpty()
                ? "border"
                : leafs.getFirst().group().isPresent() && leafs.size() > 2
                        ? "unit " + (leafs.getFirst().group().getAsInt() + 1)
                        : "";
    }

    /** Out-of-band switches of no single column. */
    List<Switch> sharedOutOfBand() {
        List<Switch> owned = outOfBand.values().stream().flatMap(List::stream).toList();
        return fabric.switches().stream()
                .filter(each -> each.role() == SwitchRole.OUT_OF_BAND && !owned.contains(each))
                .toList();
    }

    /** External routers on no leaf. */
    List<ExternalExit> looseExits() {
        List<ExternalExit> owned = exits.values().stream().flatMap(List::stream).toList();
        return fabric.exits().stream().filter(each -> !owned.contains(each)).toList();
    }
}
