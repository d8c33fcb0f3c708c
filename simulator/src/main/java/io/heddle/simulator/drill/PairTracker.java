package io.heddle.simulator.drill;

import io.heddle.evpn.calc.TableEntry;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.endpoint.NodeEndpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.net.IpAddress;
import io.heddle.simulator.timeline.Change;
import io.heddle.simulator.timeline.Moment;
import io.heddle.simulator.timeline.Replay;
import io.heddle.simulator.timeline.SimTime;
import io.heddle.simulator.timeline.Timeline;
import io.heddle.simulator.walk.Arrival;
import io.heddle.simulator.walk.Forwarding;
import io.heddle.simulator.walk.Walk;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Walks every pair of groups again when something on its way changed. Single-threaded. */
final class PairTracker {

    private static final String BEFORE = "it was so before anything happened";

    private final Timeline timeline;
    private final Replay replay;
    private final boolean alike;
    private final Forwarding forwarding;
    private final List<PodGroup> groups;
    private final List<Pair> pairs = new ArrayList<>();
    private final Map<DeviceName, Set<Pair>> byDevice = new HashMap<>();
    private final Map<IpAddress, List<Pair>> byTarget = new HashMap<>();
    private final Map<IpAddress, List<Pair>> bySender = new HashMap<>();
    private final Map<IpAddress, DeviceName> ownerAtFirst = new HashMap<>();
    private final Map<Pair, String> due = new LinkedHashMap<>();
    private final Traps traps = new Traps();
    private final Missing missing = new Missing();
    private @Nullable BigInteger before;
    private @Nullable BigInteger lowest;

    /**
     * Makes the pairs; nothing is walked yet.
     *
     * @param alike whether pods alike are walked once and only where something changed; otherwise every pair is, every time
     */
    PairTracker(Timeline timeline, Replay replay, boolean alike) {
        this.timeline = timeline;
        this.replay = replay;
        this.alike = alike;
        forwarding = new Forwarding(timeline.fabric(), timeline.config(), replay);
        groups = PodGroups.of(timeline, alike);
        Set<NodeGroup> sources = new LinkedHashSet<>();
        groups.forEach(each -> sources.add(each.nodes()));
        for (PodGroup target : groups) {
            for (int i = 0; i < target.members().size(); i++) {
                ownerAtFirst.put(target.members().get(i), target.nodes().nodes().get(i));
            }
            for (NodeGroup source : sources) {
                add(source, target);
            }
        }
    }

    private void add(NodeGroup source, PodGroup target) {
        boolean same = source.equals(target.nodes());
        int others = target.nodes().nodes().size() - (same ? 1 : 0);
        if (others > 0) {
            long size = (long) source.nodes().size() * source.pods() * others * target.pods();
            Pair pair = new Pair(source, target, 0, same ? 1 : 0, size);
            pairs.add(pair);
            byTarget.computeIfAbsent(pair.to, _ -> new ArrayList<>()).add(pair);
            source.mover().ifPresent(each -> bySender.computeIfAbsent(each, _ -> new ArrayList<>())
                    .add(pair));
        }
    }

    void begin() {
        pairs.forEach(each -> due.put(each, BEFORE));
        walk(SimTime.ZERO);
        before = narrowest();
    }

    void judge(List<Moment> slice, SimTime now) {
        slice.forEach(missing::apply);
        if (alike) {
            slice.forEach(this::mark);
        } else {
            mark(pairs, _ -> true, slice.getFirst().cause().text());
        }
        walk(now);
    }

    private void mark(Moment moment) {
        String cause = moment.cause().text();
        switch (moment.change()) {
            case Change.TablesChanged change -> {
                Touched touched = Touched.by(change);
                mark(at(change.device()), pair -> touched.matters(pair.met), cause);
            }
            case Change.PartsDown(Outage parts) -> {
                parts.devices().forEach(each -> mark(at(each), _ -> true, cause));
                for (Link each : parts.links()) {
                    mark(at(each.a().device()), _ -> true, cause);
                    mark(at(each.b().device()), _ -> true, cause);
                }
            }
            case Change.PortOut(PortRef port) -> mark(ends(port), _ -> true, cause);
            // What comes up may open a shorter way to those who did not pass there.
            case Change.PartsUp _, Change.PortIn _ -> mark(pairs, _ -> true, cause);
            case Change.SessionDown session -> mark(at(session.at()), _ -> true, cause);
            case Change.SessionUp session -> mark(at(session.at()), _ -> true, cause);
            case Change.PodsCame(List<Endpoint> pods) -> pods.forEach(each -> markPod(each, cause));
            case Change.PodsWent(List<Endpoint> pods) -> pods.forEach(each -> markPod(each, cause));
            case Change.NotWritten(DeviceName device, TableEntry entry, String _) -> {
                // Nobody's way changes, but why some have none may.
                Touched touched = Touched.by(new Change.TablesChanged(device, List.of(entry), List.of()));
                mark(at(device), pair -> touched.matters(pair.met), cause);
            }
            case Change.Remark _ -> {}
        }
    }

    private void markPod(Endpoint pod, String cause) {
        Stream.concat(pod.ipv4().stream(), pod.ipv6().stream()).forEach(each -> {
            mark(byTarget.getOrDefault(each, List.of()), _ -> true, cause);
            mark(bySender.getOrDefault(each, List.of()), _ -> true, cause);
        });
    }

    private void mark(Iterable<Pair> candidates, Predicate<Pair> matters, String cause) {
        for (Pair each : candidates) {
            if (matters.test(each)) {
                due.putIfAbsent(each, cause);
            }
        }
    }

    private Set<Pair> at(DeviceName device) {
        return byDevice.getOrDefault(device, Set.of());
    }

    private Set<Pair> ends(PortRef port) {
        Set<Pair> ends = new LinkedHashSet<>(at(port.device()));
        timeline.fabric().farEnd(port).ifPresent(far -> ends.addAll(at(far.device())));
        return ends;
    }

    private void walk(SimTime now) {
        due.forEach((pair, cause) -> walk(pair, now, cause));
        due.clear();
        traps.settle(now);
    }

    private void walk(Pair pair, SimTime now, String cause) {
        Optional<DeviceName> sender =
                pair.source.mover().isPresent() ? owner(pair.source.mover().get()) : Optional.of(pair.from);
        sender.ifPresent(each -> pair.from = each);
        Walk walk = Walk.of(forwarding, forwarding.fromNode(pair.from, pair.to));
        pair.met.devices.forEach(
                each -> byDevice.getOrDefault(each, new HashSet<>()).remove(pair));
        pair.met = Met.by(walk);
        // A node asks its neighbours, and the pod's node may die.
        timeline.config().findNode(pair.from).flatMap(each -> each.bgp()).ifPresent(bgp -> bgp.neighbors()
                .forEach(each -> pair.met.devices.add(each.peer())));
        Optional<DeviceName> owner = owner(pair.to);
        owner.ifPresent(pair.met.devices::add);
        pair.met.devices.forEach(each ->
                byDevice.computeIfAbsent(each, _ -> new LinkedHashSet<>()).add(pair));
        pair.counts = sender.filter(replay.outage()::isUp).isPresent()
                && owner.filter(replay.outage()::isUp).isPresent();
        pair.paths = walk.paths();
        Predicate<DeviceName> right = device -> owner.filter(device::equals).isPresent();
        double lost = pair.counts ? 1 - walk.arriving(right) : 0;
        List<Walk.End> ends = lost > 0 ? walk.ends() : List.of();
        traps.set(pair, ends, now);
        pair.set(now, lost, ends.isEmpty() ? "" : reason(ends, walk.worst(), right) + missing.because(pair), cause);
        if (pair.counts && lost < 1 && (lowest == null || pair.paths.compareTo(lowest) < 0)) {
            lowest = pair.paths;
        }
    }

    private static String reason(List<Walk.End> ends, Walk.End worst, Predicate<DeviceName> right) {
        if (worst.arrival() == Arrival.ARRIVES) {
            for (Walk.End each : ends) {
                if (!right.test(each.device())) {
                    return "arrives at another pod with that address, " + each.where();
                }
            }
        }
        return worst.arrival() + ", " + worst.where();
    }

    /** The node with a pod's address now, looked for first where it was. */
    private Optional<DeviceName> owner(IpAddress address) {
        DeviceName first = ownerAtFirst.get(address);
        if (timeline.endpoints().size() == 0 && replay.endpoints().size() == 0) {
            return Optional.ofNullable(first);
        }
        if (first != null && has(replay.endpoints().on(first), address)) {
            return Optional.of(first);
        }
        return forwarding.nodeOf(address);
    }

    private static boolean has(Optional<NodeEndpoints> pods, IpAddress address) {
        return pods.filter(each -> each.addresses(address.family()).indexOf(address) >= 0)
                .isPresent();
    }

    private BigInteger narrowest() {
        return pairs.stream()
                .filter(each -> each.counts && each.lost < 1)
                .map(each -> each.paths)
                .min(BigInteger::compareTo)
                .orElse(BigInteger.ZERO);
    }

    List<PairOutage> finish(SimTime end) {
        List<PairOutage> outages = new ArrayList<>();
        for (Pair each : pairs) {
            each.finish(end);
            List<Interruption> caused = each.interruptions.stream()
                    .filter(one -> !one.begunBy().equals(BEFORE))
                    .toList();
            if (!caused.isEmpty()) {
                outages.add(new PairOutage(
                        each.source.nodes(),
                        each.target.nodes().nodes(),
                        each.source.mover().map(pod -> "pod " + pod).orElse(each.from.toString()) + " to " + each.to,
                        each.size,
                        caused));
            }
        }
        return outages;
    }

    long total() {
        return pairs.stream().mapToLong(each -> each.size).sum();
    }

    long lostAtBeginning() {
        return pairs.stream()
                .filter(each -> each.interruptions.stream()
                        .anyMatch(one -> one.begunBy().equals(BEFORE)))
                .mapToLong(each -> each.size)
                .sum();
    }

    long pods() {
        return groups.stream()
                .map(PodGroup::nodes)
                .distinct()
                .mapToLong(each -> (long) each.nodes().size() * each.pods())
                .sum();
    }

    /** Pods on nodes that are dead now, and those that are no more. */
    long podsGone() {
        long gone = 0;
        for (PodGroup group : groups) {
            for (IpAddress each : group.members()) {
                gone += owner(each).filter(replay.outage()::isUp).isEmpty() ? group.pods() : 0;
            }
        }
        return gone;
    }

    List<Trap> traps() {
        return traps.all();
    }

    List<NoRoom> noRoom() {
        return missing.all();
    }

    PathWidth width() {
        BigInteger none = BigInteger.ZERO;
        return new PathWidth(before == null ? none : before, lowest == null ? none : lowest, narrowest());
    }
}
