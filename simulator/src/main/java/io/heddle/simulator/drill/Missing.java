package io.heddle.simulator.drill;

import io.heddle.evpn.calc.TableEntry;
import io.heddle.model.fabric.DeviceName;
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
        final Set<TableEntry> entries = new TreeSet<>(TableEntry.BY_KEY);
        final Map<Pair, String> lost = new LinkedHashMap<>();
        long most;

        @Nullable
        Touched touched;

        Table(DeviceName device, String name, SimTime since) {
            this.device = device;
            this.name = name;
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
            case Change.NotWritten(DeviceName device, TableEntry entry, String name) -> {
                forget(device, List.of(entry));
                Table table = byDevice.computeIfAbsent(device, _ -> new LinkedHashMap<>())
                        .computeIfAbsent(name, _ -> new Table(device, name, moment.at()));
                table.entries.add(entry);
                table.touched = null;
                table.most = Math.max(table.most, table.entries.size());
            }
            case Change.TablesChanged change -> {
                forget(change.device(), change.put());
                forget(change.device(), change.removed());
            }
            case Change.PartsDown _,
                    Change.PartsUp _,
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

    private void forget(DeviceName device, List<TableEntry> entries) {
        for (Table each : byDevice.getOrDefault(device, Map.of()).values()) {
            for (TableEntry entry : entries) {
                if (each.entries.remove(entry)) {
                    each.touched = null;
                }
            }
        }
    }

    /** Why a pair that loses flows does so, if something for it is missing on its way: to be put behind another reason. */
    String because(Pair pair) {
        Set<String> full = new LinkedHashSet<>();
        byDevice.forEach((device, tables) -> {
            if (pair.met.devices().contains(device)) {
                for (Table each : tables.values()) {
                    if (each.matters(pair.met)) {
                        each.lost.putIfAbsent(pair, pair.from + " to " + pair.to.address);
                        full.add("; " + device + " had no room in " + each.name);
                    }
                }
            }
        });
        return String.join("", full);
    }

    /** In the order of time. */
    List<NoRoom> all() {
        List<NoRoom> all = new ArrayList<>();
        byDevice.values().forEach(tables -> tables.values()
                .forEach(each -> all.add(new NoRoom(
                        each.device,
                        each.name,
                        each.since,
                        each.most,
                        each.lost.keySet().stream().mapToLong(pair -> pair.size).sum(),
                        each.lost.values().stream().findFirst().orElse("")))));
        all.sort((a, b) -> a.since().compareTo(b.since()));
        return List.copyOf(all);
    }
}
