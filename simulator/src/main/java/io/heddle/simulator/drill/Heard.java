package io.heddle.simulator.drill;

import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.Vtep;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.Vni;
import io.heddle.model.tables.FdbEntry;
import io.heddle.model.tables.FdbEntry.Target;
import io.heddle.model.tables.NextHop;
import io.heddle.model.tables.RouteSource;
import io.heddle.model.tables.SwitchTables;
import io.heddle.simulator.stable.Contest;
import io.heddle.simulator.stable.StableState;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The stable state of a fabric in which several pods have one MAC (rule 6.6), by who spoke when. Each switch follows the last claimant that it
 * hears: one behind a port of its bridge domain, or one that a VTEP announces; and a VTEP announces a claimant of its own only if that is the one
 * it follows. A fabric that is whole hears one claimant; parts that do not hear each other may each hear another.
 *
 * @param spoken when pods spoke last
 * @param solve the stable state of pods none of which have one MAC
 */
record Heard(NetworkConfig config, LastWords spoken, Function<Endpoints, StableState> solve) {

    /**
     * Which node's pod is followed where.
     *
     * @param last who hears nobody holds what it holds where the last is heard: nothing
     */
    private record Followers(DeviceName last, Map<DeviceName, DeviceName> followed) {
        DeviceName at(DeviceName device) {
            return followed.getOrDefault(device, last);
        }
    }

    /** The tables of every living switch. */
    Map<DeviceName, SwitchTables> tables(Endpoints all) {
        List<Contest> contests = Contest.among(config, all);
        if (contests.isEmpty()) {
            return solve.apply(all).tables();
        }
        List<Followers> followers = contests.stream().map(this::followers).toList();
        Map<List<DeviceName>, StableState> states = new HashMap<>();
        Map<DeviceName, SwitchTables> tables = new LinkedHashMap<>();
        for (SwitchConfig each : config.switches()) {
            List<DeviceName> followed =
                    followers.stream().map(one -> one.at(each.name())).toList();
            states.computeIfAbsent(followed, _ -> solve.apply(won(all, contests, followed)))
                    .tables(each.name())
                    .ifPresent(found -> tables.put(each.name(), found));
        }
        return tables;
    }

    private static Endpoints won(Endpoints all, List<Contest> contests, List<DeviceName> winners) {
        Endpoints left = all;
        for (int i = 0; i < contests.size(); i++) {
            left = contests.get(i).wonBy(winners.get(i), left);
        }
        return left;
    }

    private Followers followers(Contest contest) {
        List<Endpoint> lastFirst = spoken.lastFirst(contest.claimants());
        Map<DeviceName, DeviceName> followed = new HashMap<>();
        for (Endpoint claimant : lastFirst) {
            Map<DeviceName, Target> heard = heard(contest, claimant);
            heard.forEach((device, target) -> {
                if (target instanceof Target.Port) {
                    followed.putIfAbsent(device, claimant.node());
                }
            });
            heard.forEach((device, target) -> {
                if (target instanceof Target.Vteps(List<IpAddress> vteps)
                        && heard.keySet().stream()
                                .filter(other -> heard.get(other) instanceof Target.Port)
                                .filter(other -> claimant.node().equals(followed.get(other)))
                                .anyMatch(other -> speaksFor(other, vteps))) {
                    followed.putIfAbsent(device, claimant.node());
                }
            });
        }
        return new Followers(lastFirst.getFirst().node(), followed);
    }

    /** Where a claimant would be heard if it were alone in the fabric, and where from. */
    private Map<DeviceName, Target> heard(Contest contest, Endpoint claimant) {
        StableState alone = solve.apply(Endpoints.ofPods(List.of(claimant)));
        Map<DeviceName, Target> heard = new LinkedHashMap<>();
        for (SwitchConfig each : config.switches()) {
            alone.tables(each.name())
                    .flatMap(tables -> bridged(each, tables, contest).or(() -> routed(tables, claimant)))
                    .ifPresent(target -> heard.put(each.name(), target));
        }
        return heard;
    }

    private static Optional<Target> bridged(SwitchConfig config, SwitchTables tables, Contest contest) {
        return config.vlans().stream()
                .filter(each -> each.network().equals(contest.network()))
                .findFirst()
                .flatMap(each -> tables.mac(each.vlan(), contest.mac()))
                .map(FdbEntry::target);
    }

    /** On a switch that has not the VLAN, but a VRF that its addresses are routed in. */
    private static Optional<Target> routed(SwitchTables tables, Endpoint claimant) {
        Set<Prefix> own = Stream.of(claimant.ipv4(), claimant.ipv6())
                .flatMap(Optional::stream)
                .map(Prefix::host)
                .collect(Collectors.toSet());
        List<IpAddress> vteps = tables.routes()
                .filter(each -> each.source() == RouteSource.EVPN && own.contains(each.prefix()))
                .flatMap(each -> each.nextHops().stream())
                .flatMap(each ->
                        each instanceof NextHop.ViaVtep(Vni _, IpAddress vtep) ? Stream.of(vtep) : Stream.empty())
                .distinct()
                .toList();
        return vteps.isEmpty() ? Optional.empty() : Optional.of(new Target.Vteps(vteps));
    }

    private boolean speaksFor(DeviceName device, List<IpAddress> vteps) {
        return config.findSwitch(device)
                .flatMap(SwitchConfig::vtep)
                .map(Vtep::bridgedAddress)
                .filter(vteps::contains)
                .isPresent();
    }
}
