package io.heddle.simulator.event;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.Origin;
import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.bgp.decision.RouteSourceKind;
import io.heddle.bgp.rib.LocRib;
import io.heddle.bgp.rib.RouteSource;
import io.heddle.bgp.speaker.Speaker;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.evpn.calc.TableEntry;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.Origination;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import io.heddle.model.tables.NextHop;
import io.heddle.model.tables.RouteEntry;
import io.heddle.simulator.stable.Premises;
import io.heddle.simulator.timeline.Cause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A switch, node or external router: what it knows without routing, its speaker, and the tables it makes of both. Single-threaded.
 */
final class Device {

    private static final Cause START = new Cause(Cause.Kind.OWN, "it started");

    private final DeviceName name;
    private final @Nullable SwitchConfig config;
    private final @Nullable BgpConfig bgp;
    private final List<Link> links;
    private final Fabrication fabrication;
    private final @Nullable Hardware hardware;
    private final List<Peering.Side> sides = new ArrayList<>();
    private final Map<Integer, Peering.Side> byPeer = new HashMap<>();
    private final Map<List<NextHop>, List<NextHop>> shared = new HashMap<>();
    private @Nullable Speaker speaker;
    private @Nullable Overlay overlay;
    private @Nullable Aggregates aggregates;
    private @Nullable Premises premises;
    private Map<Prefix, RouteEntry> local = Map.of();
    private final Map<Prefix, RouteEntry> learned = new HashMap<>();
    private SortedMap<Prefix, Origin> originated = new TreeMap<>();
    private Cause cause = START;
    private boolean settling;

    /** What devices ask of their surroundings. */
    interface Fabrication {
        long now();

        /** Does something as soon as the call at hand has returned. */
        void soon(Runnable what);

        /** A router changed its mind about prefixes. */
        void decided(DeviceName router, List<LocRib.Change> changes);

        /** The session side that has an address, if any. */
        Peering.@Nullable Side sideAt(IpAddress address);

        /** How often MACs have moved. */
        Map<io.heddle.model.net.Mac, Long> moves();
    }

    Device(
            DeviceName name,
            @Nullable SwitchConfig config,
            @Nullable BgpConfig bgp,
            List<Link> links,
            @Nullable Hardware hardware,
            Fabrication fabrication) {
        this.name = name;
        this.config = config;
        this.bgp = bgp;
        this.links = links;
        this.hardware = hardware;
        this.fabrication = fabrication;
    }

    DeviceName name() {
        return name;
    }

    Optional<BgpConfig> bgp() {
        return Optional.ofNullable(bgp);
    }

    Optional<SwitchConfig> config() {
        return Optional.ofNullable(config);
    }

    List<Link> links() {
        return links;
    }

    List<Peering.Side> sides() {
        return sides;
    }

    @Nullable
    Speaker speaker() {
        return speaker;
    }

    @Nullable
    Hardware hardware() {
        return hardware;
    }

    void because(Cause why) {
        cause = why;
    }

    Cause cause() {
        return cause;
    }

    // Life.

    /** Power comes: nothing is known yet. */
    void boot() {
        if (config != null && hardware != null) {
            overlay = new Overlay(config, hardware, fabrication.moves());
            overlay.boot(cause);
        }
    }

    /** Power goes, and with it the contents of the tables; returns them. */
    List<TableEntry> lose() {
        stop();
        overlay = null;
        premises = null;
        local = Map.of();
        originated = new TreeMap<>();
        return hardware == null ? List.of() : hardware.lose();
    }

    /** A routing process starts; peers are added by {@link #byPeer}. */
    void run(Speaker started) {
        speaker = started;
        BgpConfig told = started.config().router();
        aggregates = new Aggregates(told);
        for (AddressFamily each : families(told).keySet()) {
            switch (each) {
                case IPV4_UNICAST, IPV6_UNICAST ->
                    started.listen(AddressFamilyId.of(each), this::chosen, fabrication.now());
                case L2VPN_EVPN -> {
                    if (overlay != null && config != null && config.vtep().isPresent()) {
                        Overlay engine = overlay;
                        started.listen(
                                AddressFamilyId.of(each),
                                changes -> {
                                    fabrication.decided(name, changes);
                                    engine.heard(changes, cause);
                                },
                                fabrication.now());
                        overlay.announceAll(started, fabrication.now());
                    }
                }
            }
        }
        originateAll(started);
    }

    private static Map<AddressFamily, Boolean> families(BgpConfig told) {
        Map<AddressFamily, Boolean> all = new EnumMap<>(AddressFamily.class);
        all.put(AddressFamily.IPV4_UNICAST, true);
        all.put(AddressFamily.IPV6_UNICAST, true);
        told.neighbors().forEach(each -> each.group().families().forEach(family -> all.put(family, true)));
        return all;
    }

    private void originateAll(Speaker started) {
        originate(started, originated);
        for (Origination each : started.config().router().originations()) {
            if (each instanceof Origination.DefaultRoute(IpFamily family)) {
                started.originate(List.of(defaultOf(family)), Aggregates.ATTRIBUTES, fabrication.now());
            }
        }
    }

    private void originate(Speaker started, Map<Prefix, Origin> prefixes) {
        Map<Origin, List<Prefix>> byOrigin = new EnumMap<>(Origin.class);
        prefixes.forEach((prefix, origin) ->
                byOrigin.computeIfAbsent(origin, _ -> new ArrayList<>()).add(prefix));
        byOrigin.forEach((origin, some) -> {
            AttributeSet set = AttributeSet.of(PathAttributes.originated(origin), null);
            started.originate(some, set, fabrication.now());
        });
    }

    private static Prefix defaultOf(IpFamily family) {
        return new Prefix(family == IpFamily.IPV4 ? IpAddress.v4(0) : IpAddress.v6(0, 0), 0);
    }

    /** The routing process is gone. Its routes leave the tables: that is what a kernel does whose routing daemon restarts cold. */
    void stop() {
        speaker = null;
        byPeer.clear();
        sides.forEach(each -> {
            each.peerNumber = -1;
            each.established = false;
        });
        List<Prefix> gone = new ArrayList<>(learned.keySet());
        learned.clear();
        Aggregates before = aggregates;
        aggregates = null;
        if (before != null) {
            gone.addAll(before.members());
        }
        publish(gone);
        if (overlay != null) {
            overlay.deaf(cause);
        }
    }

    /** The number that the speaker gave to the other side of a session. */
    void peerIs(Peering.Side side, int number) {
        side.peerNumber = number;
        byPeer.put(number, side);
    }

    // What it knows.

    /** It sees the fabric so from now on. */
    void see(Premises seen, Cause why) {
        if (seen == premises) {
            return;
        }
        premises = seen;
        cause = why;
        Map<Prefix, RouteEntry> before = local;
        local = seen.localRoutes(name);
        List<Prefix> changed = new ArrayList<>();
        before.forEach((prefix, entry) -> {
            if (!entry.equals(local.get(prefix))) {
                changed.add(prefix);
            }
        });
        local.forEach((prefix, _) -> {
            if (!before.containsKey(prefix)) {
                changed.add(prefix);
            }
        });
        changed.sort(Comparator.naturalOrder());
        publish(changed);
        originates(seen.originated(name));
        if (overlay != null) {
            overlay.hosts(seen.hosts(name), speaker, why, fabrication.now());
        }
        if (speaker != null) {
            rehop(speaker);
        }
    }

    private void originates(SortedMap<Prefix, Origin> now) {
        SortedMap<Prefix, Origin> before = originated;
        originated = now;
        Speaker running = speaker;
        if (running == null || now.equals(before)) {
            return;
        }
        List<Prefix> gone =
                before.keySet().stream().filter(each -> !now.containsKey(each)).toList();
        Map<Prefix, Origin> fresh = new TreeMap<>();
        now.forEach((prefix, origin) -> {
            if (before.get(prefix) != origin) {
                fresh.put(prefix, origin);
            }
        });
        running.withdraw(gone, fabrication.now());
        originate(running, fresh);
    }

    /** Third-party next hops may lead elsewhere now. */
    private void rehop(Speaker running) {
        if (sides.stream().noneMatch(each -> each.isInternal())) {
            return;
        }
        for (AddressFamilyId family : List.of(AddressFamilyId.IPV4_UNICAST, AddressFamilyId.IPV6_UNICAST)) {
            List<Prefix> changed = new ArrayList<>();
            running.locRib(family).forEach(route -> {
                Prefix prefix = route.destination().prefix().orElseThrow();
                if (put(prefix, entry(prefix, route))) {
                    changed.add(prefix);
                }
            });
            publish(changed);
        }
    }

    // What its speaker chose.

    private void chosen(List<LocRib.Change> changes) {
        Speaker running = speaker;
        if (running == null) {
            return;
        }
        fabrication.decided(name, changes);
        List<Prefix> changed = new ArrayList<>(changes.size());
        for (LocRib.Change each : changes) {
            Prefix prefix = each.destination().prefix().orElseThrow();
            if (put(prefix, each.route().map(route -> entry(prefix, route)).orElse(null))) {
                changed.add(prefix);
            }
            if (aggregates != null && !aggregates.isEmpty()) {
                aggregates.note(
                        prefix,
                        each.route().isPresent()
                                && isInTable(prefix, each.route().get()));
            }
        }
        publish(changed);
        if (aggregates != null && !aggregates.isEmpty() && !settling) {
            settling = true;
            fabrication.soon(this::settle);
        }
    }

    private void settle() {
        settling = false;
        Speaker running = speaker;
        if (running != null && aggregates != null) {
            publish(aggregates.settle(running, fabrication.now()));
        }
    }

    /** Whether something else than an own aggregate or a default route for others is there. */
    private boolean isInTable(Prefix prefix, LocRib.Route route) {
        boolean own = route.best().source().number() == RouteSource.SELF;
        return !own
                || originated.containsKey(prefix)
                || speaker != null
                        && speaker.locRib(family(prefix)).routeOfPeers(prefix).isPresent();
    }

    private static AddressFamilyId family(Prefix prefix) {
        return prefix.address().isV4() ? AddressFamilyId.IPV4_UNICAST : AddressFamilyId.IPV6_UNICAST;
    }

    private boolean put(Prefix prefix, @Nullable RouteEntry entry) {
        RouteEntry before = entry == null ? learned.remove(prefix) : learned.put(prefix, entry);
        return entry == null ? before != null : !entry.equals(before);
    }

    /** The forwarding entry of a route; null where it leads nowhere but here. */
    private @Nullable RouteEntry entry(Prefix prefix, LocRib.Route route) {
        List<LocRib.Path> paths = route.paths();
        if (route.best().source().number() == RouteSource.SELF) {
            // What is originated for others alone, a default route, does not shadow what was received.
            boolean forOthers = prefix.length() == 0 && !originated.containsKey(prefix) && !isAggregate(prefix);
            paths = forOthers && speaker != null
                    ? speaker.locRib(family(prefix))
                            .routeOfPeers(prefix)
                            .map(LocRib.Route::paths)
                            .orElse(List.of())
                    : List.of();
        }
        if (paths.isEmpty()) {
            return null;
        }
        TreeSet<NextHop> hops = new TreeSet<>();
        for (LocRib.Path each : paths) {
            hops.addAll(hops(prefix, each));
        }
        if (hops.isEmpty()) {
            return null;
        }
        List<NextHop> sorted = List.copyOf(hops);
        List<NextHop> known = shared.putIfAbsent(sorted, sorted);
        boolean external = paths.getFirst().source().kind() == RouteSourceKind.EXTERNAL;
        return new RouteEntry(
                VrfName.DEFAULT,
                prefix,
                external
                        ? io.heddle.model.tables.RouteSource.BGP_EXTERNAL
                        : io.heddle.model.tables.RouteSource.BGP_INTERNAL,
                known == null ? sorted : known);
    }

    private boolean isAggregate(Prefix prefix) {
        return aggregates != null && aggregates.isOwn(prefix);
    }

    private List<NextHop> hops(Prefix prefix, LocRib.Path path) {
        Peering.Side side = byPeer.get(path.source().number() - 1);
        if (side == null) {
            return List.of();
        }
        io.heddle.bgp.attribute.NextHop given = path.attributes().nextHop().orElse(null);
        Peering.Side owner = given == null || path.source().kind() == RouteSourceKind.EXTERNAL
                ? null
                : fabrication.sideAt(unmapped(given.address()));
        if (owner == null || owner.device().equals(side.peer) || premises == null) {
            return List.of(side.forward);
        }
        return premises.adjacency(name, owner.device(), prefix.address().family());
    }

    /** An IPv4 address out of the IPv6 address it maps to (RFC 4291 section 2.5.5.2). */
    private static IpAddress unmapped(IpAddress address) {
        boolean mapped = !address.isV4() && address.high() == 0 && address.low() >>> 32 == 0xFFFF;
        return mapped ? IpAddress.v4(address.low() & 0xFFFF_FFFFL) : address;
    }

    // What it wants in its tables.

    /** Rule 4.1: own addresses, connected and static routes, then BGP, then the discard routes of aggregates. */
    private void publish(List<Prefix> prefixes) {
        if (hardware == null || prefixes.isEmpty()) {
            return;
        }
        for (Prefix each : prefixes) {
            RouteEntry entry = local.get(each);
            if (entry == null) {
                entry = learned.get(each);
            }
            if (entry == null && aggregates != null && aggregates.isActive(each)) {
                entry = new RouteEntry(
                        VrfName.DEFAULT,
                        each,
                        io.heddle.model.tables.RouteSource.AGGREGATE,
                        List.of(new NextHop.Discard()));
            }
            hardware.want(each, entry == null ? null : new TableEntry.Route(entry), cause);
        }
        if (overlay != null) {
            overlay.routesChanged(prefixes, cause);
        }
    }
}
