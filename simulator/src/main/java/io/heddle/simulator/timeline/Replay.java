package io.heddle.simulator.timeline;

import io.heddle.evpn.calc.TableEntry;
import io.heddle.model.config.NetworkConfig;
import io.heddle.model.device.Overflow;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.endpoint.NodeEndpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import io.heddle.model.tables.SwitchTables;
import io.heddle.simulator.walk.DataPlane;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Plays a timeline moment by moment, and answers how the fabric stands. Single-threaded. */
public final class Replay implements DataPlane {

    private record SessionEnd(DeviceName at, DeviceName peer) {}

    private final Timeline timeline;
    private final Map<DeviceName, OverlaidTables> tables = new LinkedHashMap<>();
    private final Set<DeviceName> deadDevices;
    private final Set<Link> deadCables;
    private final Set<PortRef> unused = new HashSet<>();
    private final Set<SessionEnd> silent = new HashSet<>();
    /** Routes of the default VRF that are announced and not in the hardware, and those that are in neither. */
    private final Map<DeviceName, Set<Prefix>> notWritten = new HashMap<>();

    private final Map<DeviceName, Routing> routing = new HashMap<>();

    private final Map<DeviceName, Set<Prefix>> withheld = new LinkedHashMap<>();
    /** What processors forward, by the key of the entry. */
    private final Map<DeviceName, Map<Object, Overflow>> punted = new HashMap<>();

    private Outage outage;
    private Endpoints endpoints;
    private int played;

    public Replay(Timeline timeline) {
        this.timeline = timeline;
        NetworkConfig config = timeline.config();
        timeline.tables()
                .forEach((device, base) -> tables.put(
                        device,
                        new OverlaidTables(
                                device, base, config.findSwitch(device).orElse(null))));
        deadDevices = new HashSet<>(timeline.outage().devices());
        deadCables = new HashSet<>(timeline.outage().links());
        endpoints = timeline.endpoints();
        outage = timeline.outage();
        timeline.fabric().links().stream()
                .filter(each -> !timeline.outage().isUp(each))
                .forEach(each -> unused.addAll(List.of(each.a(), each.b())));
    }

    /** Plays everything up to and including {@code until}. */
    public void playTo(SimTime until) {
        while (played < timeline.moments().size()
                && timeline.moments().get(played).at().compareTo(until) <= 0) {
            playOne();
        }
    }

    /** Plays the next moment; empty at the end. */
    public Optional<Moment> next() {
        return played < timeline.moments().size() ? Optional.of(playOne()) : Optional.empty();
    }

    private Moment playOne() {
        Moment moment = timeline.moments().get(played++);
        switch (moment.change()) {
            case Change.TablesChanged change -> {
                overlaid(change.device()).apply(change);
                forget(change.device(), change.put());
                forget(change.device(), change.removed());
            }
            case Change.PartsDown(Outage parts) -> {
                deadDevices.addAll(parts.devices());
                deadCables.addAll(parts.links());
                outage = new Outage(deadDevices, deadCables);
            }
            case Change.PartsUp(Outage parts) -> {
                deadDevices.removeAll(parts.devices());
                deadCables.removeAll(parts.links());
                parts.devices().forEach(routing::remove);
                outage = new Outage(deadDevices, deadCables);
            }
            case Change.PortOut(PortRef port) -> unused.add(port);
            case Change.PortIn(PortRef port) -> unused.remove(port);
            case Change.PodsCame(List<Endpoint> pods) -> endpoints = changed(pods, List.of());
            case Change.PodsWent(List<Endpoint> pods) -> endpoints = changed(List.of(), pods);
            case Change.SessionDown session -> silent.add(new SessionEnd(session.at(), session.peer()));
            case Change.SessionUp session -> silent.remove(new SessionEnd(session.at(), session.peer()));
            case Change.NotWritten missing -> miss(missing);
            case Change.RoutingChanged(DeviceName device, Routing now) -> routing.put(device, now);
            case Change.Remark _ -> {}
        }
        return moment;
    }

    private void miss(Change.NotWritten missing) {
        DeviceName device = missing.device();
        TableEntry entry = missing.entry();
        switch (missing.overflow().action()) {
            case PUNT_TO_CPU -> {
                Map<Object, Overflow> here = punted.computeIfAbsent(device, _ -> new HashMap<>());
                Object key = EntryKey.of(entry);
                // What stands in the hardware is found there first.
                if (here.containsKey(key) || !overlaid(device).holds(entry)) {
                    overlaid(device).apply(new Change.TablesChanged(device, List.of(entry), List.of()));
                    here.put(key, missing.overflow());
                }
            }
            case NOT_ADVERTISED -> {
                if (!overlaid(device).holds(entry)) {
                    add(device, entry, withheld);
                }
            }
            case CRASH, DROP_SILENTLY, UNKNOWN -> add(device, entry, notWritten);
        }
    }

    private static void add(DeviceName device, TableEntry entry, Map<DeviceName, Set<Prefix>> to) {
        if (entry instanceof TableEntry.Route(var route) && route.vrf().equals(VrfName.DEFAULT)) {
            to.computeIfAbsent(device, _ -> new TreeSet<>()).add(route.prefix());
        }
    }

    /** What is written now, or no longer wanted. */
    private void forget(DeviceName device, List<TableEntry> entries) {
        forgetRoutes(notWritten.get(device), entries);
        forgetRoutes(withheld.get(device), entries);
        Map<Object, Overflow> slow = punted.get(device);
        if (slow != null && !slow.isEmpty()) {
            entries.forEach(each -> slow.remove(EntryKey.of(each)));
        }
    }

    private static void forgetRoutes(@Nullable Set<Prefix> from, List<TableEntry> entries) {
        if (from != null && !from.isEmpty()) {
            for (TableEntry each : entries) {
                if (each instanceof TableEntry.Route(var route) && route.vrf().equals(VrfName.DEFAULT)) {
                    from.remove(route.prefix());
                }
            }
        }
    }

    /** Routes of the default VRF that devices do not announce, because they are not in their hardware. */
    public Map<DeviceName, Set<Prefix>> withheld() {
        return withheld;
    }

    @Override
    public Optional<Overflow> punted(DeviceName device, TableEntry entry) {
        Map<Object, Overflow> slow = punted.getOrDefault(device, Map.of());
        return slow.isEmpty() ? Optional.empty() : Optional.ofNullable(slow.get(EntryKey.of(entry)));
    }

    private OverlaidTables overlaid(DeviceName device) {
        return tables.computeIfAbsent(
                device,
                _ -> new OverlaidTables(
                        device, null, timeline.config().findSwitch(device).orElse(null)));
    }

    private Endpoints changed(List<Endpoint> came, List<Endpoint> went) {
        Map<DeviceName, List<Endpoint>> touched = new LinkedHashMap<>();
        for (Endpoint each : came) {
            on(each.node(), touched).add(each);
        }
        for (Endpoint each : went) {
            on(each.node(), touched).remove(each);
        }
        List<NodeEndpoints> all = new ArrayList<>();
        for (NodeEndpoints each : endpoints.nodes()) {
            if (!touched.containsKey(each.node())) {
                all.add(each);
            }
        }
        touched.forEach((node, pods) -> {
            if (!pods.isEmpty()) {
                all.add(NodeEndpoints.of(node, pods));
            }
        });
        return Endpoints.of(all);
    }

    private List<Endpoint> on(DeviceName node, Map<DeviceName, List<Endpoint>> touched) {
        return touched.computeIfAbsent(node, _ -> {
            List<Endpoint> pods = new ArrayList<>();
            endpoints.on(node).ifPresent(held -> {
                for (int i = 0; i < held.size(); i++) {
                    pods.add(held.get(i));
                }
            });
            return pods;
        });
    }

    /** What is next; empty at the end. */
    public Optional<Moment> peek() {
        return played < timeline.moments().size()
                ? Optional.of(timeline.moments().get(played))
                : Optional.empty();
    }

    /** What a device holds now: a view that follows. Empty for a device that is dead or never had a table. */
    @Override
    public Optional<SwitchTables> tables(DeviceName device) {
        return deadDevices.contains(device) ? Optional.empty() : Optional.ofNullable(tables.get(device));
    }

    @Override
    public boolean routes(DeviceName device, IpAddress to) {
        if (deadDevices.contains(device)) {
            return false;
        }
        Set<Prefix> missing = notWritten.getOrDefault(device, Set.of());
        for (int length = 0; length <= to.family().bits() && !missing.isEmpty(); length++) {
            if (missing.contains(Prefix.covering(to, length))) {
                return true;
            }
        }
        return DataPlane.super.routes(device, to);
    }

    @Override
    public Outage outage() {
        return outage;
    }

    @Override
    public boolean speaks(DeviceName node, DeviceName peer) {
        return !silent.contains(new SessionEnd(node, peer));
    }

    /** Routing processes that do not simply run. */
    public Map<DeviceName, Routing> routing() {
        return routing;
    }

    @Override
    public boolean uses(PortRef port) {
        return !unused.contains(port);
    }

    @Override
    public Endpoints endpoints() {
        return endpoints;
    }
}
