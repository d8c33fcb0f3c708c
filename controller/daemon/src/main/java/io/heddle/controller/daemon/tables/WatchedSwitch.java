package io.heddle.controller.daemon.tables;

import io.heddle.controller.core.Event;
import io.heddle.controller.core.State;
import io.heddle.controller.core.TableUse;
import io.heddle.controller.core.announce.Announcement;
import io.heddle.controller.core.announce.RouteKey;
import io.heddle.controller.core.announce.Wanted;
import io.heddle.controller.core.layout.Pool;
import io.heddle.controller.core.reconcile.Lasting;
import io.heddle.controller.core.reconcile.Mending;
import io.heddle.controller.http.api.Drift;
import io.heddle.controller.log.LogEvent;
import io.heddle.controller.southbound.use.KernelTables;
import io.heddle.controller.southbound.use.OverlayTables;
import io.heddle.controller.southbound.use.ReadFailed;
import io.heddle.controller.southbound.use.TableReading;
import io.heddle.controller.southbound.use.TableSource;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One switch that is looked at. A look at a time; {@link #drift} on any thread. */
final class WatchedSwitch {

    /** How long a route may take from being told to being there, in milliseconds. */
    static final long GRACE = 3_000;

    private static final int MOST_LISTED = 20;

    private final DeviceName device;
    private final TableSource source;
    private final TableWatch watch;
    private final Mending mending;
    private final Lasting<Prefix> missing = new Lasting<>(GRACE);
    private final Lasting<Prefix> left = new Lasting<>(GRACE);
    private final Lasting<Prefix> otherwise = new Lasting<>(GRACE);
    private final Lasting<Prefix> unreachable = new Lasting<>(GRACE);
    private Set<Drift> said = Set.of();
    private volatile List<Drift> drift = List.of();
    private volatile long lastRead;
    private volatile String failure = "not read yet";
    private int failures;

    WatchedSwitch(DeviceName device, TableSource source, TableWatch watch, long now) {
        this.device = device;
        this.source = source;
        this.watch = watch;
        mending = new Mending(watch.pauses(), GRACE);
        lastRead = now;
    }

    /** Looks once; in how many milliseconds to look again. */
    long look() {
        State before = watch.state();
        try {
            TableReading reading = watch.read(source);
            // Several programs more, which only a switch that is told EVPN routes is worth.
            Optional<OverlayTables> overlay = isToldEvpn(before) ? watch.overlay(source, reading) : Optional.empty();
            heard();
            State after = watch.state();
            count(before, after, reading);
            if (reading instanceof TableReading.Entries(KernelTables held, String _)) {
                compare(before, after, held, overlay);
            }
            return watch.every();
        } catch (ReadFailed e) {
            failures++;
            if (failures == 1) {
                watch.log(LogEvent.TABLES_UNREAD, device, "reason", String.valueOf(e.getMessage()));
            }
            failure = String.valueOf(e.getMessage());
            return watch.pauses().pause(failures);
        }
    }

    private void heard() {
        if (failures > 0) {
            watch.log(LogEvent.TABLES_READ, device, "tries", String.valueOf(failures + 1));
        }
        failures = 0;
        failure = "";
        lastRead = watch.now();
    }

    /** For admission. What came or went while the switch answered is nobody else's. */
    private void count(State before, State after, TableReading reading) {
        TableUse use = reading.use(
                device,
                each -> watch.expected()
                        .entries(before, each)
                        .or(watch.expected().entries(after, each)),
                each -> watch.expected()
                        .counts(before, each)
                        .max(watch.expected().counts(after, each)));
        if (!after.seen(device).use().stream().toList().contains(use)) {
            watch.happened(new Event.TableUseSeen(use));
        }
    }

    private boolean isToldEvpn(State state) {
        return state.wanted(device).routes().values().stream().anyMatch(Announcement.Evpn.class::isInstance);
    }

    private void compare(State before, State after, KernelTables held, Optional<OverlayTables> overlay) {
        long now = watch.now();
        Wanted wanted = after.wanted(device);
        PodRoutes found = PodRoutes.of(
                held,
                watch.expected().entries(before, device),
                watch.expected().entries(after, device),
                wanted,
                after.layout().pools().stream().map(Pool::prefix).toList());
        overlay.ifPresent(each -> found.add(OverlayRoutes.of(
                each, watch.expected().overlay(before, device), watch.expected().overlay(after, device), wanted)));
        boolean told = watch.isTold(device);
        List<Drift> all = new ArrayList<>();
        if (told) {
            mend(now, wanted, found);
            mending.standing(now)
                    .forEach((key, lack) -> add(
                            all,
                            String.valueOf(key),
                            "by way of " + hop(wanted, key),
                            held(found, key) + "; told again " + lack.tries() + " times"));
        }
        unreachable
                .look(now, told ? found.unreachable().keySet() : List.of())
                .forEach(each -> add(
                        all,
                        each.toString(),
                        "by way of " + found.unreachable().get(each),
                        "none, nor a route to the next hop"));
        otherwise
                .look(now, told ? found.otherwise().keySet() : List.of())
                .forEach(each -> add(
                        all,
                        each.toString(),
                        "by way of " + hop(wanted, RouteKey.of(each)),
                        text(found.otherwise().get(each))));
        missing.look(now, found.missing()).forEach(each -> add(all, each.toString(), "a route", "none"));
        left.look(now, found.left().keySet())
                .forEach(each ->
                        add(all, each.toString(), "none", text(found.left().get(each))));
        show(all);
    }

    private static String held(PodRoutes found, RouteKey key) {
        Collection<IpAddress> vteps = found.astray().get(key);
        return vteps == null || vteps.isEmpty() ? "none" : "by way of " + vteps;
    }

    private static String text(KernelTables.@Nullable Route route) {
        return route == null ? "none" : "from " + route.protocol() + " by way of " + route.gateways();
    }

    private static String hop(Wanted wanted, RouteKey key) {
        Announcement announcement = wanted.routes().get(key);
        return announcement == null ? "nothing" : announcement.nextHop().toString();
    }

    private void add(List<Drift> all, String route, String wanted, String found) {
        all.add(new Drift(device, "route " + route, wanted, found));
    }

    private void mend(long now, Wanted wanted, PodRoutes found) {
        Mending.Round round = mending.look(now, found.untaken(), watch.mends());
        if (!round.isQuiet()) {
            SortedMap<RouteKey, Announcement> routes = new TreeMap<>(wanted.routes());
            routes.keySet().removeAll(new HashSet<>(round.takeBack()));
            watch.want(new Wanted(device, wanted.revision(), routes));
        }
        round.mended().forEach(each -> watch.log(LogEvent.MENDED, device, "route", each.toString()));
    }

    private void show(List<Drift> all) {
        Set<Drift> now = new HashSet<>(all);
        all.stream()
                .filter(each -> !said.contains(each))
                .limit(MOST_LISTED)
                .forEach(each -> watch.log(
                        LogEvent.DRIFT, device, "what", each.what(), "wanted", each.wanted(), "found", each.found()));
        said = now;
        if (all.size() > MOST_LISTED) {
            List<Drift> some = new ArrayList<>(all.subList(0, MOST_LISTED));
            some.add(new Drift(device, "routes", "none besides", (all.size() - MOST_LISTED) + " more that differ"));
            drift = List.copyOf(some);
        } else {
            drift = List.copyOf(all);
        }
    }

    /** How it differs, and whether that is known at all. */
    List<Drift> drift(long now, long stale) {
        if (now - lastRead <= stale) {
            return drift;
        }
        List<Drift> all = new ArrayList<>();
        all.add(new Drift(
                device,
                "tables",
                "read within " + stale / 1_000 + " s",
                "not read for " + (now - lastRead) / 1_000 + " s: " + failure));
        all.addAll(drift);
        return all;
    }
}
