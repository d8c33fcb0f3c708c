package io.heddle.simulator.drill;

import io.heddle.evpn.calc.TableEntry;
import io.heddle.model.device.Overflow;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Outage;
import io.heddle.simulator.timeline.Cause;
import io.heddle.simulator.timeline.Change;
import io.heddle.simulator.timeline.Moment;
import io.heddle.simulator.timeline.SimTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Entries that found no room as time goes by, and who lost whom for want of them. Single-threaded. */
final class Missing {

    private static final class Table {
        final DeviceName device;
        final String name;
        final SimTime since;
        final Overflow overflow;
        final Set<TableEntry> entries = new TreeSet<>(TableEntry.BY_KEY);
        final Map<Pair, String> lost = new LinkedHashMap<>();
        final Map<Pair, String> slow = new LinkedHashMap<>();
        long most;
        int crashes;
        /** As the cause of what followed. */
        String crash = "";

        @Nullable
        Touched touched;

        Table(DeviceName device, String name, Overflow overflow, SimTime since) {
            this.device = device;
            this.name = name;
            this.overflow = overflow;
            this.since = since;
        }

        boolean matters(Met met) {
            if (entries.isEmpty()) {
                return false;
            }
            Touched known = touched;
            if (known == null) {
                known = Touched.by(new Change.TablesChanged(device, List.copyOf(entries), List.of()));
                touched = known;
            }
            return known.matters(met);
        }
    }

    private final Map<DeviceName, Map<String, Table>> byDevice = new LinkedHashMap<>();

    void apply(Moment moment) {
        switch (moment.change()) {
            case Change.NotWritten(DeviceName device, TableEntry entry, String name, Overflow overflow) -> {
                forget(device, List.of(entry));
                Table table = byDevice.computeIfAbsent(device, _ -> new LinkedHashMap<>())
                        .computeIfAbsent(name, _ -> new Table(device, name, overflow, moment.at()));
                table.entries.add(entry);
                table.touched = null;
                table.most = Math.max(table.most, table.entries.size());
            }
            case Change.TablesChanged change -> {
                forget(change.device(), change.put());
                forget(change.device(), change.removed());
            }
            case Change.PartsDown(Outage parts) -> {
                if (moment.cause().kind() == Cause.Kind.OVERFLOW) {
                    parts.devices().forEach(each -> crashed(each, moment.cause().text()));
                }
            }
            case Change.PartsUp _,
                    Change.PortOut _,
                    Change.PortIn _,
                    Change.SessionDown _,
                    Change.SessionUp _,
                    Change.PodsCame _,
                    Change.PodsWent _,
                    Change.RoutingChanged _,
                    Change.Remark _ -> {}
        }
    }

    private void crashed(DeviceName device, String cause) {
        for (Table each : byDevice.getOrDefault(device, Map.of()).values()) {
            if (each.overflow.action() == Overflow.Action.CRASH && !each.entries.isEmpty()) {
                each.crashes++;
                each.crash = cause;
            }
        }
    }

    private void forget(DeviceName device, List<TableEntry> entries) {
        for (Table each : byDevice.getOrDefault(device, Map.of()).values()) {
            for (TableEntry entry : entries) {
                if (each.entries.remove(entry)) {
                    each.touched = null;
                }
            }
        }
    }

    /**
     * Why a pair that loses flows does so, if it is for want of room: to be put behind another reason.
     *
     * @param cause of what its packets now do
     */
    String because(Pair pair, String cause) {
        Set<String> full = new LinkedHashSet<>();
        byDevice.forEach((device, tables) -> {
            for (Table each : tables.values()) {
                String why =
                        switch (each.overflow.action()) {
                            case DROP_SILENTLY, UNKNOWN ->
                                pair.met.devices().contains(device) && each.matters(pair.met)
                                        ? "; " + device + " had no room in " + each.name
                                        : "";
                            // Who is told of no way may lose packets far from there.
                            case NOT_ADVERTISED ->
                                each.matters(pair.met)
                                        ? "; " + device + " had no room in " + each.name + " and announces no way"
                                        : "";
                            case CRASH ->
                                !each.crash.isEmpty() && cause.contains(each.crash)
                                        ? "; " + device + " crashed for want of room in " + each.name
                                        : "";
                            case PUNT_TO_CPU -> "";
                        };
                if (!why.isEmpty()) {
                    each.lost.putIfAbsent(pair, pair.from + " to " + pair.to.address);
                    full.add(why);
                }
            }
        });
        return String.join("", full);
    }

    /** The processors of these devices forward the packets of a pair. */
    void slow(Pair pair, Set<DeviceName> devices) {
        for (DeviceName device : devices) {
            for (Table each : byDevice.getOrDefault(device, Map.of()).values()) {
                if (each.overflow.action() == Overflow.Action.PUNT_TO_CPU && each.matters(pair.met)) {
                    each.slow.putIfAbsent(pair, pair.from + " to " + pair.to.address);
                }
            }
        }
    }

    /** In the order of time. */
    List<NoRoom> all() {
        List<NoRoom> all = new ArrayList<>();
        byDevice.values().forEach(tables -> tables.values()
                .forEach(each -> all.add(new NoRoom(
                        each.device,
                        each.name,
                        each.overflow,
                        each.since,
                        each.most,
                        size(each.lost),
                        each.lost.values().stream().findFirst().orElse(""),
                        size(each.slow),
                        each.slow.values().stream().findFirst().orElse(""),
                        each.crashes))));
        all.sort((a, b) -> a.since().compareTo(b.since()));
        return List.copyOf(all);
    }

    private static long size(Map<Pair, String> pairs) {
        return pairs.keySet().stream().mapToLong(pair -> pair.size).sum();
    }
}
