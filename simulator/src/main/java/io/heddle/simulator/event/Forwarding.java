package io.heddle.simulator.event;

import io.heddle.model.net.Prefix;
import io.heddle.model.tables.NextHop;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.RouteSource;
import io.heddle.simulator.timeline.Cause;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The routes of the default VRF that a switch wants in its tables (rule 4.1): what it knows by itself, what its speaker chose, and the
 * discard routes of aggregates. Single-threaded.
 */
final class Forwarding {

    private static final List<NextHop> DISCARD = List.of(new NextHop.Discard());

    private final Hardware hardware;
    private final Groups groups;
    private final Predicate<Prefix> activeAggregate;
    private final Ways ways;
    private final Gathering gathering;
    private final Consumer<List<Prefix>> news;
    /** What BGP has not told yet. */
    private final Deque<Slot> untold = new ArrayDeque<>();
    /** Groups some of whose prefixes the device knows by itself: those it holds one by one. */
    private final Set<Prefix> divided = new HashSet<>();

    private Map<Prefix, RouteEntry> local = Map.of();

    /**
     * Nothing is known.
     *
     * @param gathering how long what BGP chose waits to be told
     * @param news is told of prefixes to which another way leads since then
     */
    Forwarding(
            Hardware hardware,
            Groups groups,
            Ways ways,
            Predicate<Prefix> activeAggregate,
            Gathering gathering,
            Consumer<List<Prefix>> news) {
        this.gathering = gathering;
        this.news = news;
        this.hardware = hardware;
        this.groups = groups;
        this.ways = ways;
        this.activeAggregate = activeAggregate;
    }

    /** Power is gone. */
    void lose() {
        local = Map.of();
        untold.clear();
    }

    /** It knows so by itself from now on; returns the prefixes about which that is news. */
    List<Prefix> know(Map<Prefix, RouteEntry> now, Cause cause) {
        Map<Prefix, RouteEntry> before = local;
        local = now;
        List<Prefix> changed = new ArrayList<>();
        before.forEach((prefix, entry) -> {
            if (!entry.equals(now.get(prefix))) {
                changed.add(prefix);
            }
        });
        now.forEach((prefix, _) -> {
            if (!before.containsKey(prefix)) {
                changed.add(prefix);
            }
        });
        changed.sort(Comparator.naturalOrder());
        if (!groups.isEmpty()) {
            changed.forEach(this::divide);
        }
        for (Prefix each : changed) {
            RouteEntry entry = now.get(each);
            Slot slot = hardware.slot(List.of(each));
            slot.local = entry == null ? null : ways.of(entry);
            want(slot, cause);
        }
        return changed;
    }

    private void divide(Prefix prefix) {
        List<Prefix> group = groups.of(prefix);
        if (group.size() > 1 && divided.add(group.getFirst()) && hardware.find(group.getFirst()) != null) {
            throw new Groups.Parted(prefix, group.getFirst());
        }
    }

    /** The place of a prefix and those that fare like it; null where they have one each. */
    @Nullable
    Slot slot(Prefix prefix) {
        List<Prefix> group = groups.of(prefix);
        return group.size() > 1 && divided.contains(group.getFirst()) ? null : hardware.slot(group);
    }

    /** A speaker's route to a prefix leads so from now on, or nowhere; false if that is no news, or will be later. */
    boolean learn(Prefix prefix, Content.@Nullable Way way, Cause cause) {
        Slot shared = slot(prefix);
        if (shared != null) {
            return learn(shared, way, cause);
        }
        boolean news = false;
        for (Prefix each : groups.of(prefix)) {
            news |= learn(hardware.slot(List.of(each)), way, cause);
        }
        return news;
    }

    boolean learn(Slot slot, Content.@Nullable Way way, Cause cause) {
        if (slot.learned == way) {
            return false;
        }
        slot.learned = way;
        if (gathering.isInstant()) {
            slot.told = way;
            want(slot, cause);
            return true;
        }
        if (slot.untold == null) {
            untold.add(slot);
        }
        slot.untold = cause;
        if (untold.size() == 1) {
            gathering.after(this::tell);
        }
        return false;
    }

    /** The speaker tells what it made of everything that it had gathered. */
    private void tell() {
        List<Prefix> told = new ArrayList<>();
        for (Slot each = untold.poll(); each != null; each = untold.poll()) {
            Cause cause = each.untold;
            each.untold = null;
            if (cause != null && each.told != each.learned) {
                each.told = each.learned;
                want(each, cause);
                told.add(each.members.getFirst());
            }
        }
        news.accept(told);
    }

    /** The speaker is gone, and all it had learned; returns the prefixes. */
    List<Prefix> unlearn(Cause cause) {
        List<Slot> gone = new ArrayList<>();
        hardware.forEachRoute(slot -> {
            if (slot.learned != null || slot.told != null) {
                gone.add(slot);
            }
        });
        gone.sort(Comparator.comparing(each -> each.members.getFirst()));
        untold.clear();
        for (Slot each : gone) {
            each.learned = null;
            each.told = null;
            each.untold = null;
            want(each, cause);
        }
        return gone.stream().map(each -> each.members.getFirst()).toList();
    }

    /** Aggregates became active, or no longer are. */
    void look(List<Prefix> aggregates, Cause cause) {
        aggregates.forEach(each -> want(hardware.slot(List.of(each)), cause));
    }

    private void want(Slot slot, Cause cause) {
        Content.Way way = slot.local != null ? slot.local : slot.told;
        if (way == null && activeAggregate.test(slot.members.getFirst())) {
            way = ways.of(RouteSource.AGGREGATE, DISCARD);
        }
        hardware.want(slot, way, cause);
    }
}
