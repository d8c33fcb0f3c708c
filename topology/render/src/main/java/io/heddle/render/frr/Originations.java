package io.heddle.render.frr;

import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.Origination;
import io.heddle.model.config.PrefixRange;
import io.heddle.model.config.StaticRoute;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.List;

/** What a router puts into BGP (rule 3), as {@code network}, {@code redistribute} and {@code aggregate-address}. */
final class Originations {

    private final Router router;
    private final BgpConfig bgp;
    private final RouteMaps maps;
    private final MatchLists lists;

    /** Own routes are marked only where an export policy asks for them. */
    private final boolean mark;

    Originations(Router router, BgpConfig bgp, RouteMaps maps, MatchLists lists) {
        this.router = router;
        this.bgp = bgp;
        this.maps = maps;
        this.lists = lists;
        mark = bgp.neighbors().stream()
                .anyMatch(each -> RouteMaps.asksForOwn(each.group().exportPolicy()));
    }

    boolean hasDefault(AddressFamily family) {
        return bgp.originations().stream()
                .anyMatch(each -> each instanceof Origination.DefaultRoute(IpFamily of) && Families.of(of) == family);
    }

    /** The lines of one family; default routes are the neighbours' affair. */
    List<String> of(IpFamily family) {
        List<String> lines = new ArrayList<>();
        for (Origination each : bgp.originations()) {
            switch (each) {
                case Origination.Network(Prefix prefix) -> {
                    if (prefix.family() == family) {
                        lines.add("network " + prefix + marked());
                    }
                }
                case Origination.Aggregate(Prefix prefix, boolean summaryOnly) -> {
                    if (prefix.family() == family) {
                        lines.add("aggregate-address " + prefix + " origin igp" + marked()
                                + (summaryOnly ? " summary-only" : ""));
                    }
                }
                case Origination.Connected _ -> connected(family, lines);
                case Origination.Static _ -> statics(family, lines);
                case Origination.PodHosts _ -> pods(family, List.of(), lines);
                case Origination.PodBlocks _ -> pods(family, blocks(family), lines);
                case Origination.DefaultRoute _ -> {
                    // default-originate, per neighbour
                }
            }
        }
        return lines;
    }

    private String marked() {
        return mark ? " route-map " + maps.own() : "";
    }

    private void connected(IpFamily family, List<String> lines) {
        List<PrefixRange> subnets = exactly(router.subnets(VrfName.DEFAULT), family);
        if (!subnets.isEmpty()) {
            lines.add("redistribute connected route-map " + originate("vlan-subnets", family, List.of(), subnets));
        }
    }

    /** Those that discard are no originations. */
    private void statics(IpFamily family, List<String> lines) {
        List<PrefixRange> reachable = exactly(
                router.staticRoutes().stream()
                        .filter(each -> each.via().isPresent())
                        .map(StaticRoute::prefix)
                        .distinct()
                        .toList(),
                family);
        if (!reachable.isEmpty()) {
            lines.add("redistribute static route-map " + originate("static-routes", family, List.of(), reachable));
        }
    }

    /**
     * The agent's routes are the kernel's, of a protocol that FRR does not know: host routes of pods, and for blocks the block itself
     * and hosts outside it.
     */
    private void pods(IpFamily family, List<Prefix> blocks, List<String> lines) {
        Prefix all = Families.defaultRoute(family).within();
        List<PrefixRange> inside = blocks.stream()
                .filter(each -> !each.isHost())
                .map(each -> new PrefixRange(each, family.bits(), family.bits()))
                .toList();
        List<PrefixRange> permitted = new ArrayList<>(exactly(blocks, family));
        permitted.add(new PrefixRange(all, family.bits(), family.bits()));
        lines.add("redistribute kernel route-map " + originate("pods", family, inside, permitted));
    }

    private List<Prefix> blocks(IpFamily family) {
        return router.blocks().stream().filter(each -> each.family() == family).toList();
    }

    private static List<PrefixRange> exactly(List<Prefix> prefixes, IpFamily family) {
        return prefixes.stream()
                .filter(each -> each.family() == family)
                .map(PrefixRange::exactly)
                .toList();
    }

    private String originate(String name, IpFamily family, List<PrefixRange> denied, List<PrefixRange> permitted) {
        return maps.originate(
                name + "-" + Families.shortName(Families.of(family)),
                lists.prefixes(name, family, denied, permitted),
                mark);
    }
}
