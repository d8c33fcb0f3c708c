package io.heddle.simulator.drill;

import io.heddle.model.config.NodeProgram;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.endpoint.NodeEndpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.simulator.timeline.Change;
import io.heddle.simulator.timeline.Timeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Groups the pods of a timeline, as those who send and as those who are sent to; where no pod is given, nodes stand for themselves by their
 * first address. How a packet fares depends on what the sender's node is like and on where the receiver's addresses are known, so that the first need not
 * be told apart by the second: in a fabric where pods start everywhere, senders are as many as racks and receivers as many as changes.
 * Single-threaded.
 */
final class PodGroups {

    /** An address of a pod; a pod of both families is counted by its IPv4 address. */
    private record Member(DeviceName node, IpAddress address, long fate, boolean counted) {}

    private record Kind(Object look, long fate, boolean counted) {}

    private final Timeline timeline;
    private final Fates fates;
    private final Beginnings beginnings;
    private final boolean alike;
    private final Map<DeviceName, List<Member>> members = new LinkedHashMap<>();
    private final Map<DeviceName, Integer> pods = new HashMap<>();
    private final Movers movers;
    private final Looks looks;
    private final List<NodeGroup> senders = new ArrayList<>();
    private final List<PodGroup> receivers = new ArrayList<>();
    private final List<PodGroup> moving = new ArrayList<>();

    /**
     * Makes the groups, in the order of the configuration.
     *
     * @param alike whether to group at all; otherwise every node is a group, and every pod
     */
    PodGroups(Timeline timeline, boolean alike) {
        this.timeline = timeline;
        this.alike = alike;
        fates = new Fates(timeline);
        beginnings = new Beginnings(timeline);
        movers = new Movers(timeline);
        // Where a pod moves from or to, it is near for a time: no other node is like that one.
        looks = new Looks(timeline, fates, beginnings, alike ? movers.places() : null);
        collect();
        groupSenders();
        groupReceivers();
        receivers.addAll(moving);
    }

    List<NodeGroup> senders() {
        return senders;
    }

    List<PodGroup> receivers() {
        return receivers;
    }

    private void groupSenders() {
        Map<Object, Map<DeviceName, Integer>> byLook = new LinkedHashMap<>();
        for (NodeProgram each : timeline.config().nodes()) {
            if (members.containsKey(each.name())) {
                byLook.computeIfAbsent(looks.asSender(each), _ -> new LinkedHashMap<>())
                        .put(each.name(), pods.getOrDefault(each.name(), 1));
            }
        }
        byLook.values().forEach(nodes -> senders.add(NodeGroup.of(nodes)));
        Map<IpAddress, NodeGroup> movers = new LinkedHashMap<>();
        for (PodGroup each : moving) {
            each.mover()
                    .ifPresent(address -> movers.putIfAbsent(
                            address, NodeGroup.mover(each.nodes().getFirst(), address)));
        }
        senders.addAll(movers.values());
    }

    private void groupReceivers() {
        Map<Kind, Map<DeviceName, List<Member>>> byKind = new LinkedHashMap<>();
        for (NodeProgram each : timeline.config().nodes()) {
            List<Member> here = members.getOrDefault(each.name(), List.of());
            Object look = here.isEmpty() ? "" : looks.asReceiver(each);
            for (Member member : here) {
                byKind.computeIfAbsent(new Kind(look, member.fate, member.counted), _ -> new LinkedHashMap<>())
                        .computeIfAbsent(each.name(), _ -> new ArrayList<>())
                        .add(member);
            }
        }
        byKind.forEach((kind, nodes) -> receivers.add(new PodGroup(
                List.copyOf(nodes.keySet()),
                nodes.values().stream().map(here -> here.getFirst().address).toList(),
                nodes.values().stream().map(List::size).toList(),
                Optional.empty(),
                kind.counted)));
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
            timeline.config().nodes().forEach(each -> Looks.own(each)
                    .limit(1)
                    .forEach(address -> add(new Member(each.name(), address, fates.of(address), true))));
        }
    }

    /** A pod of both families is two members. */
    private void add(Endpoint pod, Set<IpAddress> seen) {
        int before = seen.size();
        List<IpAddress> fresh = Stream.concat(pod.ipv4().stream(), pod.ipv6().stream())
                .filter(seen::add)
                .toList();
        if (fresh.stream().anyMatch(movers::has)) {
            Optional<IpAddress> mover = Optional.of(fresh.getFirst());
            fresh.forEach(address -> moving.add(new PodGroup(
                    List.of(pod.node()), List.of(address), List.of(1), mover, address.equals(fresh.getFirst()))));
            return;
        }
        for (int i = 0; i < fresh.size(); i++) {
            IpAddress address = fresh.get(i);
            add(new Member(pod.node(), address, alike ? fate(pod, address) : before + i, i == 0));
        }
        if (seen.size() > before) {
            pods.merge(pod.node(), 1, Integer::sum);
        }
    }

    private void add(Member member) {
        members.computeIfAbsent(member.node, _ -> new ArrayList<>()).add(member);
    }

    private long fate(Endpoint pod, IpAddress address) {
        long happened = fates.of(address) + Fates.mix(fates.of(pod.mac()) + (address.isV4() ? 1 : 2));
        long began = beginnings.of(address, pod.node()) + Fates.mix(beginnings.of(pod.mac()));
        return Fates.mix(happened + Fates.mix(began));
    }
}
