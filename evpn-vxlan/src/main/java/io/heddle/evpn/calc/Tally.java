package io.heddle.evpn.calc;

import io.heddle.model.net.IpAddress;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Counts per switch without a counter a switch: shares with the same set of switches are counted together, and there are few distinct
 * sets, mostly "all that import a VNI but the host's own leafs". Single-threaded.
 */
final class Tally {

    /** Counts under a value, by the set of switches. */
    private static final class BySet {

        final Map<SwitchSet, int[]> counts = new LinkedHashMap<>(4);

        /** Returns whether the set came or went. */
        boolean add(SwitchSet at, int sign) {
            int[] count = counts.get(at);
            if (count == null) {
                count = new int[1];
                counts.put(at, count);
            }
            count[0] += sign;
            if (count[0] == 0) {
                counts.remove(at);
                return true;
            }
            return sign > 0 && count[0] == 1;
        }

        int of(int number) {
            int sum = 0;
            for (Map.Entry<SwitchSet, int[]> each : counts.entrySet()) {
                if (each.getKey().contains(number)) {
                    sum += each.getValue()[0];
                }
            }
            return sum;
        }
    }

    private static final CountedKind[] KINDS = CountedKind.values();

    private final SwitchSet none;
    private final Map<CountedKind, BySet> kinds = new EnumMap<>(CountedKind.class);
    private final Map<Object, BySet> distinct = new LinkedHashMap<>();
    private final Map<IpAddress, BySet> tunnels = new HashMap<>();
    private final Map<IpAddress, SwitchSet> tunnelsAt = new TreeMap<>();
    private final Set<IpAddress> touched = new LinkedHashSet<>();

    Tally(SwitchSet none) {
        this.none = none;
    }

    /** What switches hold under a key has changed. */
    void change(Key key, Spread old, Spread now) {
        @Nullable SwitchSet[] before = byKind(key, old);
        @Nullable SwitchSet[] after = byKind(key, now);
        for (CountedKind kind : KINDS) {
            SwitchSet was = before[kind.ordinal()];
            SwitchSet is = after[kind.ordinal()];
            // Whoever holds an entry mostly still does, if another one.
            if (!Objects.equals(was, is)) {
                if (is != null) {
                    ofKind(kind).add(is, 1);
                }
                if (was != null) {
                    ofKind(kind).add(was, -1);
                }
            }
        }
        add(now, 1);
        add(old, -1);
    }

    private BySet ofKind(CountedKind kind) {
        return kinds.computeIfAbsent(kind, _ -> new BySet());
    }

    /** As what the entries under a key count, and at which switches. */
    private static @Nullable SwitchSet[] byKind(Key key, Spread spread) {
        @Nullable SwitchSet[] found = new SwitchSet[KINDS.length];
        for (Spread.Share share : spread.shares()) {
            TableEntry entry = share.outcome().entry();
            if (entry != null) {
                int kind = CountedKind.of(key, entry).ordinal();
                SwitchSet others = found[kind];
                found[kind] = others == null ? share.at() : others.or(share.at());
            }
        }
        return found;
    }

    private void add(Spread spread, int sign) {
        for (Spread.Share share : spread.shares()) {
            TableEntry entry = share.outcome().entry();
            if (entry != null) {
                CountedKind.distinct(entry, value -> addDistinct(value, share.at(), sign));
            }
            for (IpAddress vtep : share.outcome().tunnels()) {
                if (tunnels.computeIfAbsent(vtep, _ -> new BySet()).add(share.at(), sign)) {
                    touched.add(vtep);
                }
            }
        }
    }

    private void addDistinct(Object value, SwitchSet at, int sign) {
        BySet counts = distinct.computeIfAbsent(value, _ -> new BySet());
        counts.add(at, sign);
        if (counts.counts.isEmpty()) {
            distinct.remove(value);
        }
    }

    /** Tells which tunnels came and went since the last call. */
    void tunnelChanges(Consumer<TableChange> sink) {
        if (touched.isEmpty()) {
            return;
        }
        touched.stream().sorted().forEach(vtep -> {
            SwitchSet before = tunnelsAt.getOrDefault(vtep, none);
            SwitchSet after = none;
            BySet counts = tunnels.get(vtep);
            if (counts != null) {
                for (SwitchSet each : counts.counts.keySet()) {
                    after = after.or(each);
                }
                if (counts.counts.isEmpty()) {
                    tunnels.remove(vtep);
                }
            }
            SwitchSet came = after.andNot(before);
            SwitchSet went = before.andNot(after);
            if (!came.isEmpty()) {
                sink.accept(new TableChange.Put(new TableEntry.Tunnel(vtep), came));
            }
            if (!went.isEmpty()) {
                sink.accept(new TableChange.Removed(new TableEntry.Tunnel(vtep), went));
            }
            if (after.isEmpty()) {
                tunnelsAt.remove(vtep);
            } else {
                tunnelsAt.put(vtep, after);
            }
        });
        touched.clear();
    }

    /** The remote VTEPs of a switch, ascending. */
    void forEachTunnel(int number, Consumer<IpAddress> action) {
        tunnelsAt.forEach((vtep, at) -> {
            if (at.contains(number)) {
                action.accept(vtep);
            }
        });
    }

    long count(CountedKind kind, int number) {
        @Nullable BySet counts = kinds.get(kind);
        return counts == null ? 0 : counts.of(number);
    }

    /** The sum over all distinct values that a switch's entries have. */
    long sumDistinct(int number, ToLongFunction<Object> worth) {
        long sum = 0;
        for (Map.Entry<Object, BySet> each : distinct.entrySet()) {
            long one = worth.applyAsLong(each.getKey());
            if (one != 0 && each.getValue().of(number) > 0) {
                sum += one;
            }
        }
        return sum;
    }

    /** The most entries a switch has under one value that is counted. */
    long largest(int number, ToLongFunction<Object> isCounted) {
        long largest = 0;
        for (Map.Entry<Object, BySet> each : distinct.entrySet()) {
            if (isCounted.applyAsLong(each.getKey()) != 0) {
                largest = Math.max(largest, each.getValue().of(number));
            }
        }
        return largest;
    }
}
