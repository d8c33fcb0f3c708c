package io.heddle.simulator.drill;

import io.heddle.model.fabric.DeviceName;
import io.heddle.simulator.timeline.Moment;
import io.heddle.simulator.timeline.Replay;
import io.heddle.simulator.timeline.SimTime;
import io.heddle.simulator.timeline.Timeline;
import io.heddle.simulator.walk.Arrival;
import io.heddle.simulator.walk.Forwarding;
import io.heddle.simulator.walk.Position;
import io.heddle.simulator.walk.Steps;
import io.heddle.simulator.walk.Walk;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Walks every pair of groups again when something on its way changed. Single-threaded. */
final class PairTracker {

    static final String BEFORE = "it was so before anything happened";

    private final boolean alike;
    private final Forwarding forwarding;
    private final PodGroups groups;
    private final Whereabouts whereabouts;
    private final List<Pair> pairs = new ArrayList<>();
    private final DuePairs due;
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
        this.alike = alike;
        forwarding = new Forwarding(timeline.fabric(), timeline.config(), replay);
        groups = new PodGroups(timeline, alike);
        whereabouts = new Whereabouts(timeline, replay, forwarding, groups.receivers());
        List<Destination> destinations = new ArrayList<>();
        for (PodGroup receiver : groups.receivers()) {
            Destination to = new Destination(receiver.members().getFirst(), new Steps(forwarding));
            for (NodeGroup sender : groups.senders()) {
                sender.sender(receiver).ifPresent(from -> {
                    Pair pair = new Pair(pairs.size(), sender, receiver, to, from);
                    pairs.add(pair);
                    to.pairs.add(pair);
                });
            }
            destinations.add(to);
        }
        due = new DuePairs(timeline, destinations);
    }

    void begin() {
        due.all(BEFORE);
        walk(SimTime.ZERO);
        before = narrowest();
    }

    void judge(List<Moment> slice, SimTime now) {
        slice.forEach(missing::apply);
        if (alike) {
            slice.forEach(due::mark);
        } else {
            due.all(slice.getFirst().cause().text());
        }
        walk(now);
    }

    private void walk(SimTime now) {
        due.take((pair, cause) -> walk(pair, now, cause));
        traps.settle(now);
    }

    private Walk walk(Pair pair) {
        Position start = forwarding.fromNode(pair.from, pair.to.address);
        return alike ? Walk.of(pair.to.steps(due.age()), start) : Walk.of(forwarding, start);
    }

    private void walk(Pair pair, SimTime now, String cause) {
        Optional<DeviceName> sender = pair.source.mover().isPresent()
                ? whereabouts.of(pair.source.mover().get())
                : Optional.of(pair.from);
        sender.ifPresent(each -> pair.from = each);
        Walk walk = walk(pair);
        Optional<DeviceName> owner = whereabouts.of(pair.to.address);
        // A node asks its neighbours, and the pod's node may die.
        Set<DeviceName> also = new HashSet<>(forwarding.neighbors(pair.from));
        owner.ifPresent(also::add);
        due.walked(pair, Met.by(walk, also));
        pair.counts = sender.filter(whereabouts::lives).isPresent()
                && owner.filter(whereabouts::lives).isPresent();
        pair.paths = walk.paths();
        Predicate<DeviceName> right = device -> owner.filter(device::equals).isPresent();
        double lost = pair.counts ? 1 - walk.arriving(right) : 0;
        List<Walk.End> ends = lost > 0 ? walk.ends() : List.of();
        missing.slow(pair, walk.inSoftware());
        traps.set(pair, ends, now);
        pair.set(now, lost, ends.isEmpty() ? "" : reason(ends, right) + missing.because(pair, cause), cause);
        if (pair.counts && lost < 1 && (lowest == null || pair.paths.compareTo(lowest) < 0)) {
            lowest = pair.paths;
        }
    }

    private static String reason(List<Walk.End> ends, Predicate<DeviceName> right) {
        Walk.End worst = Walk.worst(ends);
        if (worst.arrival() == Arrival.ARRIVES) {
            for (Walk.End each : ends) {
                if (!right.test(each.device())) {
                    return "arrives at another pod with that address, " + each.where();
                }
            }
        }
        return worst.arrival() + ", " + worst.where();
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
                        each.target.nodes(),
                        each.source.mover().map(pod -> "pod " + pod).orElse(each.from.toString()) + " to "
                                + each.to.address,
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
        return groups.senders().stream().mapToLong(NodeGroup::size).sum();
    }

    /** Pods on nodes that are dead now, and those that are no more. */
    long podsGone() {
        long gone = 0;
        for (PodGroup group : groups.receivers()) {
            for (int i = 0; group.counted() && i < group.members().size(); i++) {
                gone += whereabouts
                                .of(group.members().get(i))
                                .filter(whereabouts::lives)
                                .isEmpty()
                        ? group.pods().get(i)
                        : 0;
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
