package io.heddle.simulator.event;

import io.heddle.bgp.attribute.Octets;
import io.heddle.bgp.rib.LocRib;
import io.heddle.bgp.rib.RouteSource;
import io.heddle.bgp.speaker.Speaker;
import io.heddle.evpn.calc.EvpnCalc;
import io.heddle.evpn.calc.Input;
import io.heddle.evpn.calc.TableChange;
import io.heddle.evpn.calc.TableEntry;
import io.heddle.evpn.community.EvpnCommunity.MacMobility;
import io.heddle.evpn.rib.ReceivedRoutes;
import io.heddle.evpn.rib.SentRoutes;
import io.heddle.evpn.route.EvpnRoute;
import io.heddle.evpn.vrf.Announcement;
import io.heddle.evpn.vrf.VtepHost;
import io.heddle.evpn.vrf.VtepOriginations;
import io.heddle.model.config.BridgePort;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.VlanId;
import io.heddle.model.tables.FdbEntry;
import io.heddle.simulator.stable.Premises;
import io.heddle.simulator.timeline.Cause;
import io.heddle.simulator.timeline.EntryKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Hosts and EVPN of one switch: what it announces, and what its engine makes of what it heard. Single-threaded. */
final class Overlay {

    /** Locally administered: routers' MACs are made of their VTEP's address, which switches that share it share. */
    private static final long ROUTER_MAC = 0x0200_0000_0000L;

    private static final long LOW_32 = 0xFFFF_FFFFL;

    private final DeviceName device;
    private final SwitchConfig config;
    private final Hardware hardware;
    private final EvpnCalc calc = new EvpnCalc();
    private final @Nullable VtepOriginations originations;
    private final Map<HostKey, Premises.LocalHost> hosts = new TreeMap<>();
    private final Map<HostKey, Collection<EvpnRoute>> announced = new LinkedHashMap<>();
    private final Map<BridgePort, Collection<EvpnRoute>> segments = new LinkedHashMap<>();
    private final NavigableSet<IpAddress> vteps = new TreeSet<>();
    private final Set<IpAddress> reachable = new LinkedHashSet<>();
    private final Map<Octets, EvpnRoute> heard = new LinkedHashMap<>();
    /** Hosts that go another way since the speaker was told of them. */
    private final Set<HostKey> turned = new TreeSet<>();

    private final Environment environment;
    /** What is told of hosts that move; null while no speaker runs. */
    private @Nullable Speaker voice;

    private record HostKey(VlanId vlan, Mac mac) implements Comparable<HostKey> {
        @Override
        public int compareTo(HostKey other) {
            int byVlan = vlan.compareTo(other.vlan);
            return byVlan != 0 ? byVlan : mac.compareTo(other.mac);
        }
    }

    Overlay(SwitchConfig config, Hardware hardware, Environment environment) {
        device = config.name();
        this.config = config;
        this.hardware = hardware;
        this.environment = environment;
        originations = VtepOriginations.of(
                        config,
                        new Mac(ROUTER_MAC
                                | config.vtep()
                                        .map(each -> each.bridgedAddress().low() & LOW_32)
                                        .orElse(0L)))
                .orElse(null);
    }

    void boot(Cause cause) {
        apply(List.of(new Input.SwitchThere(config)), cause);
    }

    /** Types 3 and 5, types 1 and 4 of live segments, and type 2 of the hosts there are: for a speaker that has just started. */
    void announceAll(Speaker speaker, long now) {
        voice = speaker;
        if (originations != null) {
            SentRoutes.originate(speaker, originations.standing(), now);
            announced.clear();
            segments.clear();
            List<Announcement> all = new ArrayList<>();
            liveSegments(hosts.values()).forEach(each -> all.addAll(announce(each)));
            hosts.forEach((key, host) -> all.addAll(announce(key, host)));
            SentRoutes.originate(speaker, all, now);
        }
    }

    private List<Announcement> announce(HostKey key, Premises.LocalHost host) {
        if (originations == null || !host.announced() || isElsewhere(key)) {
            return List.of();
        }
        List<Announcement> routes = originations.host(new VtepHost(
                host.vlan(), host.mac(), host.addresses(), host.segment().orElse(EvpnRoute.NO_ESI), mobility(host)));
        announced.put(key, routes.stream().map(Announcement::route).toList());
        return routes;
    }

    /** Ports on an Ethernet segment with a living host behind them. */
    private Set<BridgePort> liveSegments(Collection<Premises.LocalHost> there) {
        Set<BridgePort> live = new LinkedHashSet<>();
        for (BridgePort port : config.bridgePorts()) {
            if (port.esi().isPresent()
                    && there.stream()
                            .anyMatch(each -> each.announced() && each.port().equals(port.name()))) {
                live.add(port);
            }
        }
        return live;
    }

    private List<Announcement> announce(BridgePort segment) {
        if (originations == null) {
            return List.of();
        }
        List<Announcement> routes = originations.segment(segment);
        segments.put(segment, routes.stream().map(Announcement::route).toList());
        return routes;
    }

    private MacMobility mobility(Premises.LocalHost host) {
        return environment.spoken().mobility(host.mac(), host.node());
    }

    /** Of two hosts with one MAC the one that spoke last. */
    private Premises.LocalHost later(Premises.LocalHost one, Premises.LocalHost other) {
        return mobility(other).sequence() > mobility(one).sequence() ? other : one;
    }

    /** The hosts on the switch are these from now on. */
    void hosts(List<Premises.LocalHost> found, @Nullable Speaker speaker, Cause cause, long now) {
        Map<HostKey, Premises.LocalHost> fresh = new TreeMap<>();
        found.forEach(each -> fresh.merge(new HostKey(each.vlan(), each.mac()), each, this::later));
        List<Input> inputs = new ArrayList<>();
        List<HostKey> news = new ArrayList<>();
        List<EvpnRoute> withdrawn = new ArrayList<>();
        List<Announcement> sent = new ArrayList<>();
        // What takes back a whole segment goes before each of its hosts (RFC 7432 section 8.2).
        Set<BridgePort> live = liveSegments(fresh.values());
        for (BridgePort each : List.copyOf(segments.keySet())) {
            Collection<EvpnRoute> gone = live.contains(each) ? null : segments.remove(each);
            if (gone != null) {
                withdrawn.addAll(gone);
            }
        }
        live.stream().filter(each -> !segments.containsKey(each)).forEach(each -> sent.addAll(announce(each)));
        hosts.forEach((key, before) -> {
            if (!fresh.containsKey(key)) {
                inputs.add(new Input.HostGone(device, key.vlan, key.mac));
                withdrawn.addAll(forget(key));
            }
        });
        fresh.forEach((key, host) -> {
            if (!host.equals(hosts.get(key))) {
                inputs.add(new Input.HostThere(
                        device, host.vlan(), host.mac(), host.port(), host.addresses(), mobility(host)));
                news.add(key);
            }
        });
        hosts.clear();
        hosts.putAll(fresh);
        apply(inputs, cause);
        news.forEach(each -> tellAnew(each, withdrawn, sent));
        if (speaker != null) {
            SentRoutes.withdraw(speaker, withdrawn, now);
            SentRoutes.originate(speaker, sent, now);
        }
    }

    /** What is announced of a host now, in the place of what was. */
    private void tellAnew(HostKey key, List<EvpnRoute> withdrawn, List<Announcement> sent) {
        Collection<EvpnRoute> before = forget(key);
        Premises.LocalHost host = hosts.get(key);
        List<Announcement> routes = host == null ? List.of() : announce(key, host);
        List<EvpnRoute> kept = routes.stream().map(Announcement::route).toList();
        before.stream().filter(each -> !kept.contains(each)).forEach(withdrawn::add);
        sent.addAll(routes);
    }

    private Collection<EvpnRoute> forget(HostKey key) {
        Collection<EvpnRoute> routes = announced.remove(key);
        return routes == null ? List.of() : routes;
    }

    /** Routes of other VTEPs came or went; own ones come back from the table too and are none of the engine's. */
    void heard(List<LocRib.Change> changes, Cause cause) {
        List<LocRib.Change> foreign = changes.stream()
                .filter(each -> each.route().isEmpty()
                        || each.route().get().best().source().number() != RouteSource.SELF)
                .toList();
        List<Input> inputs = new ArrayList<>(ReceivedRoutes.inputs(foreign));
        for (int i = 0; i < foreign.size(); i++) {
            Octets key = foreign.get(i).destination().key();
            switch (inputs.get(i)) {
                case Input.RouteThere there -> {
                    heard.put(key, there.route());
                    there.attributes().nextHop().filter(vteps::add).ifPresent(vtep -> judge(vtep, inputs));
                }
                case Input.RouteGone _ -> heard.remove(key);
                case Input.SwitchThere _,
                        Input.SwitchGone _,
                        Input.HostThere _,
                        Input.HostGone _,
                        Input.Now _,
                        Input.DuplicateSettled _,
                        Input.Reachable _ -> {}
            }
        }
        apply(inputs, cause);
    }

    /** The routing process is gone, and all it heard. */
    void deaf(Cause cause) {
        List<Input> inputs = new ArrayList<>();
        heard.values().forEach(each -> inputs.add(new Input.RouteGone(each)));
        heard.clear();
        announced.clear();
        segments.clear();
        voice = null;
        apply(inputs, cause);
    }

    /** Routes of the default VRF changed. */
    void routesChanged(Collection<Prefix> prefixes, Cause cause) {
        List<Input> inputs = new ArrayList<>();
        Set<IpAddress> concerned = new TreeSet<>();
        for (Prefix each : prefixes) {
            for (IpAddress vtep = vteps.ceiling(each.address());
                    vtep != null && each.contains(vtep);
                    vtep = vteps.higher(vtep)) {
                concerned.add(vtep);
            }
        }
        concerned.forEach(each -> judge(each, inputs));
        apply(inputs, cause);
    }

    private void judge(IpAddress vtep, List<Input> inputs) {
        boolean now = isReachable(vtep);
        if (now ? reachable.add(vtep) : reachable.remove(vtep)) {
            inputs.add(new Input.Reachable(vtep, List.of(device), now));
        }
    }

    /** Rule 6.3: by the longest match, which is neither discard nor the default route. */
    private boolean isReachable(IpAddress vtep) {
        for (int length = vtep.family().bits(); length > 0; length--) {
            Content.Way way = hardware.wantedWay(Prefix.covering(vtep, length));
            if (way != null) {
                return !way.isDiscard();
            }
        }
        return false;
    }

    private void apply(List<Input> inputs, Cause cause) {
        if (inputs.isEmpty()) {
            return;
        }
        for (TableChange each : calc.applyAll(inputs)) {
            Object key = EntryKey.of(each.entry());
            switch (each) {
                case TableChange.Put put -> {
                    hardware.want(key, put.entry(), cause);
                    if (put.entry() instanceof TableEntry.Fdb(FdbEntry entry)) {
                        note(entry);
                    }
                }
                case TableChange.Removed _ -> hardware.want(key, null, cause);
            }
        }
    }

    /** Whether it has heard since that a host of its own is elsewhere: then others announce it, and it does not (RFC 7432 section 15). */
    private boolean isElsewhere(HostKey key) {
        return !environment.spoken().isEmpty()
                && calc.tables(device)
                        .flatMap(each -> each.mac(key.vlan, key.mac))
                        .filter(each -> each.target() instanceof FdbEntry.Target.Vteps)
                        .isPresent();
    }

    private void note(FdbEntry entry) {
        HostKey key = new HostKey(entry.vlan(), entry.mac());
        if (!environment.spoken().isEmpty() && hosts.containsKey(key)) {
            if (turned.isEmpty()) {
                environment.soon(this::tellTurned);
            }
            turned.add(key);
        }
    }

    private void tellTurned() {
        List<EvpnRoute> withdrawn = new ArrayList<>();
        List<Announcement> sent = new ArrayList<>();
        if (voice != null) {
            turned.stream()
                    .filter(each -> announced.getOrDefault(each, List.of()).isEmpty() != isElsewhere(each))
                    .forEach(each -> tellAnew(each, withdrawn, sent));
            SentRoutes.withdraw(voice, withdrawn, environment.now());
            SentRoutes.originate(voice, sent, environment.now());
        }
        turned.clear();
    }
}
