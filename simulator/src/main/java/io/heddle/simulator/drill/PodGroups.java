package io.heddle.simulator.drill;

import io.heddle.model.config.NodeProgram;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.endpoint.NodeEndpoints;
import io.heddle.model.fabric.Bond;
import io.heddle.model.fabric.Card;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.Port;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.net.IpAddress;
import io.heddle.simulator.timeline.Change;
import io.heddle.simulator.timeline.Timeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Groups the pods of a timeline; where no pod is given, nodes stand for themselves by their first address. Single-threaded. */
final class PodGroups {

    private record Member(DeviceName node, IpAddress address, long fate) {}

    private final Timeline timeline;
    private final Fates fates;
    private final boolean alike;
    private final Map<DeviceName, List<Member>> members = new LinkedHashMap<>();
    private final Map<DeviceName, Integer> pods = new HashMap<>();
    private final Movers movers;
    private final Set<DeviceName> visited;
    private final List<PodGroup> moving = new ArrayList<>();

    private PodGroups(Timeline timeline, boolean alike) {
        this.timeline = timeline;
        this.alike = alike;
        fates = new Fates(timeline);
        movers = new Movers(timeline);
        visited = movers.places();
    }

    /**
     * The groups, in the order of the configuration.
     *
     * @param alike whether to group at all; otherwise every pod is a group
     */
    static List<PodGroup> of(Timeline timeline, boolean alike) {
        return new PodGroups(timeline, alike).groups();
    }

    private List<PodGroup> groups() {
        collect();
        Map<Object, List<DeviceName>> byLook = new LinkedHashMap<>();
        for (NodeProgram each : timeline.config().nodes()) {
            if (members.containsKey(each.name())) {
                byLook.computeIfAbsent(look(each), _ -> new ArrayList<>()).add(each.name());
            }
        }
        List<PodGroup> groups = new ArrayList<>();
        for (List<DeviceName> nodes : byLook.values()) {
            NodeGroup group = NodeGroup.of(nodes, pods.getOrDefault(nodes.getFirst(), 1));
            Map<Long, Integer> kinds = kinds(nodes.getFirst());
            kinds.forEach((fate, alikeThere) -> groups.add(new PodGroup(
                    group,
                    nodes.stream()
                            .map(node -> at(node).stream()
                                    .filter(each -> each.fate == fate)
                                    .findFirst()
                                    .orElseThrow()
                                    .address)
                            .toList(),
                    alikeThere)));
        }
        groups.addAll(moving);
        return groups;
    }

    private List<Member> at(DeviceName node) {
        return members.getOrDefault(node, List.of());
    }

    /** How many pods of a node share each fate, in order of fate. */
    private Map<Long, Integer> kinds(DeviceName node) {
        Map<Long, Integer> kinds = new TreeMap<>();
        at(node).forEach(each -> kinds.merge(each.fate, 1, Integer::sum));
        return kinds;
    }

    private void collect() {
        Set<IpAddress> seen = new LinkedHashSet<>();
        for (NodeEndpoints each : timeline.endpoints().nodes()) {
            for (int i = 0; i < each.size(); i++) {
                add(each.get(i), seen);
            }
        }
        timeline.moments().forEach(moment -> {
            if (moment.change() instanceof Change.PodsCame(List<Endpoint> pods)) {
                pods.forEach(each -> add(each, seen));
            }
        });
        if (members.isEmpty() && moving.isEmpty()) {
            timeline.config().nodes().forEach(each -> own(each)
                    .limit(1)
                    .forEach(address -> add(new Member(each.name(), address, fates.of(address)))));
        }
    }

    private static Stream<IpAddress> own(NodeProgram node) {
        return Stream.concat(
                node.loopbacks().stream(),
                node.interfaces().stream()
                        .flatMap(each -> each.addresses().stream())
                        .map(each -> each.address()));
    }

    /** A pod of both families is two members. */
    private void add(Endpoint pod, Set<IpAddress> seen) {
        int before = seen.size();
        List<IpAddress> fresh = Stream.concat(pod.ipv4().stream(), pod.ipv6().stream())
                .filter(seen::add)
                .toList();
        if (fresh.stream().anyMatch(movers::has)) {
            NodeGroup sender = NodeGroup.mover(pod.node(), fresh.getFirst());
            fresh.forEach(address -> moving.add(new PodGroup(sender, List.of(address), 1)));
            return;
        }
        fresh.stream()
                .forEach(address -> add(new Member(pod.node(), address, alike ? fate(pod, address) : seen.size())));
        if (seen.size() > before) {
            pods.merge(pod.node(), 1, Integer::sum);
        }
    }

    private void add(Member member) {
        members.computeIfAbsent(member.node, _ -> new ArrayList<>()).add(member);
    }

    private long fate(Endpoint pod, IpAddress address) {
        return Fates.mix(fates.of(address) + Fates.mix(fates.of(pod.mac()) + (address.isV4() ? 1 : 2)));
    }

    private Object look(NodeProgram program) {
        // Where a pod moves from or to, it is near for a time: no other node is like that one.
        if (!alike || visited.contains(program.name())) {
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
        long own = own(program).mapToLong(fates::of).map(Fates::mix).sum()
                + program.interfaces().stream()
                        .mapToLong(each -> Fates.mix(fates.of(each.mac())))
                        .sum();
        return List.of(
                node.kind(),
                node.attachment(),
                cables,
                program.interfaces().stream()
                        .map(NodeProgram.NetworkInterface::network)
                        .toList(),
                program.blocks().size(),
                program.podVisibility(),
                program.bgp().isPresent(),
                pods.getOrDefault(program.name(), 1),
                kinds(program.name()),
                fates.of(program.name()),
                own);
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
