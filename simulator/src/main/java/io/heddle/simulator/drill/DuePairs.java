package io.heddle.simulator.drill;

import io.heddle.model.device.Overflow;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.net.IpAddress;
import io.heddle.simulator.timeline.Change;
import io.heddle.simulator.timeline.Moment;
import io.heddle.simulator.timeline.Timeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which pairs must be walked again, and because of what. Changes of tables, which are many, are held against what pairs look up; all else is asked
 * of every pair. Single-threaded.
 */
final class DuePairs {

    private final Fabric fabric;
    private final List<Pair> pairs = new ArrayList<>();
    private final Lookups lookups = new Lookups();
    /** Those that ever had tables: the first that a device gets changes more than its entries. */
    private final Set<DeviceName> withTables;

    private final Map<IpAddress, List<Pair>> byTarget = new HashMap<>();
    private final Map<IpAddress, List<Pair>> bySender = new HashMap<>();
    private final List<Pair> due = new ArrayList<>();
    private long age;

    DuePairs(Timeline timeline, List<Destination> destinations) {
        fabric = timeline.fabric();
        withTables = new HashSet<>(timeline.tables().keySet());
        for (Destination to : destinations) {
            byTarget.put(to.address, to.pairs);
            pairs.addAll(to.pairs);
            for (Pair each : to.pairs) {
                each.source.mover().ifPresent(mover -> bySender.computeIfAbsent(mover, _ -> new ArrayList<>())
                        .add(each));
            }
        }
    }

    void all(String cause) {
        pairs.forEach(each -> mark(each, cause));
    }

    private void mark(Pair pair, String cause) {
        if (pair.due == null) {
            pair.due = cause;
            due.add(pair);
        }
    }

    /** Another after everything that may change more than what devices look up in their tables. */
    long age() {
        return age;
    }

    /** Hands over those that are due, in the order of their numbers, each with its cause; none is due any more. */
    void take(BiConsumer<Pair, String> walk) {
        due.sort(Comparator.comparingInt(each -> each.number));
        for (Pair each : due) {
            String cause = each.due;
            if (cause != null) {
                each.due = null;
                walk.accept(each, cause);
            }
        }
        due.clear();
    }

    /** What a pair meets from now on. */
    void walked(Pair pair, Met met) {
        if (!met.equals(pair.met)) {
            lookups.add(pair.to, met);
            pair.met = met;
        }
    }

    /** What is remembered of ways that a change may concern is forgotten with it. */
    void mark(Moment moment) {
        String cause = moment.cause().text();
        switch (moment.change()) {
            case Change.TablesChanged _, Change.NotWritten _, Change.RoutingChanged _, Change.Remark _ -> {}
            case Change.PartsDown _,
                    Change.PartsUp _,
                    Change.PortOut _,
                    Change.PortIn _,
                    Change.SessionDown _,
                    Change.SessionUp _,
                    Change.PodsCame _,
                    Change.PodsWent _ -> age++;
        }
        switch (moment.change()) {
            case Change.TablesChanged change -> mark(change, cause);
            case Change.PartsDown(Outage parts) -> {
                parts.devices().forEach(each -> mark(each, cause));
                for (Link each : parts.links()) {
                    mark(each.a().device(), cause);
                    mark(each.b().device(), cause);
                }
            }
            case Change.PortOut(PortRef port) -> {
                mark(port.device(), cause);
                fabric.farEnd(port).ifPresent(far -> mark(far.device(), cause));
            }
            // What comes up may open a shorter way to those who did not pass there.
            case Change.PartsUp _, Change.PortIn _ -> all(cause);
            case Change.SessionDown session -> mark(session.at(), cause);
            case Change.SessionUp session -> mark(session.at(), cause);
            case Change.PodsCame(List<Endpoint> pods) -> pods.forEach(each -> mark(each, cause));
            case Change.PodsWent(List<Endpoint> pods) -> pods.forEach(each -> mark(each, cause));
            case Change.NotWritten missing -> mark(missing, cause);
            // What neighbours then do to their tables counts.
            case Change.RoutingChanged _, Change.Remark _ -> {}
        }
    }

    private void mark(Change.TablesChanged change, String cause) {
        if (withTables.add(change.device())) {
            age++;
        }
        Touched touched = Touched.by(change);
        for (Destination to : lookups.touched(touched)) {
            to.forget(change.device());
            for (Pair each : to.pairs) {
                if (each.met.devices().contains(change.device()) && touched.matters(each.met)) {
                    mark(each, cause);
                }
            }
        }
    }

    /** A way changes where the processor forwards; else nobody's does, but why some have none may, also far from the device if it says nothing. */
    private void mark(Change.NotWritten missing, String cause) {
        Change.TablesChanged change = new Change.TablesChanged(missing.device(), List.of(missing.entry()), List.of());
        mark(change, cause);
        if (missing.overflow().action() == Overflow.Action.NOT_ADVERTISED) {
            for (Destination to : lookups.touched(Touched.by(change))) {
                to.pairs.forEach(each -> mark(each, cause));
            }
        }
    }

    private void mark(DeviceName device, String cause) {
        mark(pairs, each -> each.met.devices().contains(device), cause);
    }

    private void mark(Endpoint pod, String cause) {
        Stream.concat(pod.ipv4().stream(), pod.ipv6().stream()).forEach(each -> {
            mark(byTarget.getOrDefault(each, List.of()), _ -> true, cause);
            mark(bySender.getOrDefault(each, List.of()), _ -> true, cause);
        });
    }

    private void mark(List<Pair> candidates, Predicate<Pair> matters, String cause) {
        for (Pair each : candidates) {
            if (matters.test(each)) {
                mark(each, cause);
            }
        }
    }
}
