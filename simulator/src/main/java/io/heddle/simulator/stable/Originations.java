package io.heddle.simulator.stable;

import io.heddle.bgp.attribute.Origin;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.Origination;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.endpoint.NodeEndpoints;
import io.heddle.model.net.AddressSet;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import io.heddle.model.tables.NextHop;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.RouteSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that some routers put into BGP (section 3): few prefixes written out with their originators, and the packed pod addresses of
 * nodes that have theirs to themselves, as far as these routers go.
 */
final class Originations {

    /** The pods of one node that no other router originates. */
    record PodHosts(Router node, AddressSet addresses) {}

    private final Map<Prefix, List<Originator>> listed = new HashMap<>();
    private final List<PodHosts> podHosts = new ArrayList<>();

    Originations(Iterable<Router> routers, List<Map<Prefix, RouteEntry>> localRoutes, Endpoints endpoints) {
        List<PodHosts> claimed = new ArrayList<>();
        for (Router each : routers) {
            for (Origination origination : each.bgp().originations()) {
                collect(each, origination, localRoutes, endpoints, claimed);
            }
        }
        Set<IpAddress> shared = new HashSet<>();
        for (IpFamily family : IpFamily.values()) {
            shared.addAll(shared(claimed, family));
        }
        for (PodHosts each : claimed) {
            podHosts.add(shared.isEmpty() ? each : withoutShared(each, shared));
        }
    }

    private void collect(
            Router router,
            Origination origination,
            List<Map<Prefix, RouteEntry>> localRoutes,
            Endpoints endpoints,
            List<PodHosts> claimed) {
        switch (origination) {
            case Origination.Network own -> add(own.prefix(), router, Originator.Kind.OWN, Origin.IGP);
            case Origination.Connected _ -> redistribute(router, localRoutes, RouteSource.CONNECTED);
            case Origination.Static _ -> redistribute(router, localRoutes, RouteSource.STATIC);
            case Origination.PodHosts _ ->
                endpoints.on(router.name()).ifPresent(pods -> claim(router, pods, List.of(), claimed));
            case Origination.PodBlocks _ -> {
                List<Prefix> blocks = router.device() instanceof NodeProgram program ? program.blocks() : List.of();
                blocks.forEach(each -> add(each, router, Originator.Kind.OWN, Origin.INCOMPLETE));
                endpoints.on(router.name()).ifPresent(pods -> claim(router, pods, blocks, claimed));
            }
            case Origination.DefaultRoute route ->
                add(
                        Prefix.covering(route.family() == IpFamily.IPV4 ? IpAddress.v4(0) : IpAddress.v6(0, 0), 0),
                        router,
                        Originator.Kind.DEFAULT,
                        Origin.IGP);
            case Origination.Aggregate aggregate ->
                add(aggregate.prefix(), router, Originator.Kind.AGGREGATE, Origin.IGP);
        }
    }

    private void add(Prefix prefix, Router router, Originator.Kind kind, Origin origin) {
        listed.computeIfAbsent(prefix, _ -> new ArrayList<>(2)).add(new Originator(router, kind, origin));
    }

    private void redistribute(Router router, List<Map<Prefix, RouteEntry>> localRoutes, RouteSource source) {
        if (router.switchNumber() < 0) {
            return;
        }
        for (RouteEntry each : localRoutes.get(router.switchNumber()).values()) {
            NextHop first = each.nextHops().getFirst();
            if (each.source() == source && !(first instanceof NextHop.Discard) && !(first instanceof NextHop.OnPort)) {
                add(each.prefix(), router, Originator.Kind.OWN, Origin.INCOMPLETE);
            }
        }
    }

    private static void claim(Router router, NodeEndpoints pods, List<Prefix> blocks, List<PodHosts> claimed) {
        for (IpFamily family : IpFamily.values()) {
            AddressSet all = pods.addresses(family);
            AddressSet outside = blocks.isEmpty()
                    ? all
                    : all.where(address -> blocks.stream().noneMatch(each -> each.contains(address)));
            if (!outside.isEmpty()) {
                claimed.add(new PodHosts(router, outside));
            }
        }
    }

    /**
     * Pod addresses that two nodes claim, or that are originated otherwise too. Found by sorting: millions take well under a second.
     */
    private Set<IpAddress> shared(List<PodHosts> claimed, IpFamily family) {
        List<AddressSet> sets = claimed.stream()
                .map(PodHosts::addresses)
                .filter(each -> each.family() == family)
                .toList();
        Set<IpAddress> otherwise = new HashSet<>();
        for (Prefix each : listed.keySet()) {
            if (each.isHost() && each.family() == family) {
                otherwise.add(each.address());
            }
        }
        return family == IpFamily.IPV4 ? sharedV4(sets, otherwise) : sharedV6(sets, otherwise);
    }

    private static Set<IpAddress> sharedV4(List<AddressSet> sets, Set<IpAddress> otherwise) {
        int[] all = new int[sets.stream().mapToInt(AddressSet::size).sum()];
        int at = 0;
        for (AddressSet each : sets) {
            at = each.copyV4(all, at);
        }
        Arrays.parallelSort(all);
        Set<IpAddress> shared = new HashSet<>();
        for (int i = 1; i < all.length; i++) {
            if (all[i] == all[i - 1]) {
                shared.add(IpAddress.v4(all[i] & 0xFFFF_FFFFL));
            }
        }
        for (IpAddress each : otherwise) {
            if (Arrays.binarySearch(all, (int) each.low()) >= 0) {
                shared.add(each);
            }
        }
        return shared;
    }

    private static Set<IpAddress> sharedV6(List<AddressSet> sets, Set<IpAddress> otherwise) {
        Set<IpAddress> shared = new HashSet<>();
        for (AddressSet each : sets) {
            for (int i = 0; i < each.size(); i++) {
                if (!otherwise.add(each.get(i))) {
                    shared.add(each.get(i));
                }
            }
        }
        return shared;
    }

    private PodHosts withoutShared(PodHosts claim, Set<IpAddress> shared) {
        for (int i = 0; i < claim.addresses.size(); i++) {
            IpAddress address = claim.addresses.get(i);
            if (shared.contains(address)) {
                add(Prefix.host(address), claim.node, Originator.Kind.OWN, Origin.INCOMPLETE);
            }
        }
        return new PodHosts(claim.node, claim.addresses.where(address -> !shared.contains(address)));
    }

    /** Prefixes with their originators, in no order. */
    Map<Prefix, List<Originator>> listed() {
        return listed;
    }

    List<PodHosts> podHosts() {
        return podHosts;
    }
}
