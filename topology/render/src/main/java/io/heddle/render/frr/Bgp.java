package io.heddle.render.frr;

import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.PeerGroup;
import io.heddle.render.Gap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code router bgp} of the default VRF. */
final class Bgp {

    /** Debian and Cumulus build FRR for so many. */
    private static final int MOST_PATHS = 256;

    private final Router router;
    private final BgpConfig bgp;
    private final Peers peers;
    private final RouteMaps maps;
    private final Originations originations;
    private final List<Gap> gaps;

    Bgp(Router router, BgpConfig bgp, RouteMaps maps, MatchLists lists, List<Gap> gaps) {
        this.router = router;
        this.bgp = bgp;
        this.maps = maps;
        this.gaps = gaps;
        peers = new Peers(router, bgp);
        originations = new Originations(router, bgp, maps, lists);
    }

    List<String> process() {
        List<String> lines = new ArrayList<>();
        lines.add("router bgp " + bgp.asn());
        common(lines, bgp);
        lines.add(" no bgp ebgp-requires-policy");
        lines.add(" no bgp default ipv4-unicast");
        lines.add(" no bgp network import-check");
        if (peers.groups().stream().anyMatch(Peers.Group::reflects)) {
            // Rule 5.5: export policies act on reflected routes as on all others.
            lines.add(" bgp route-reflector allow-outbound-policy");
        }
        lines.addAll(peers.declarations());
        for (AddressFamily family : AddressFamily.values()) {
            family(family, lines);
        }
        lines.add("exit");
        return lines;
    }

    /** What every BGP process of the router has: the order of rule 5.2, whatever the profile. */
    static void common(List<String> lines, BgpConfig bgp) {
        lines.add(" bgp router-id " + bgp.routerId());
        lines.add(" bgp deterministic-med");
        if (bgp.multipathRelax()) {
            lines.add(" bgp bestpath as-path multipath-relax");
        } else {
            lines.add(" no bgp bestpath as-path multipath-relax");
        }
        lines.add(" bgp bestpath compare-routerid");
    }

    static void maximumPaths(List<String> lines, BgpConfig bgp) {
        int most = Math.min(bgp.maxPaths(), MOST_PATHS);
        lines.add("  maximum-paths " + most);
        lines.add("  maximum-paths ibgp " + most);
    }

    private void family(AddressFamily family, List<String> lines) {
        boolean evpn = family == AddressFamily.L2VPN_EVPN;
        List<String> body = new ArrayList<>();
        if (!evpn) {
            body.addAll(originations.of(Families.ip(family).orElseThrow()));
        }
        for (Peers.Group group : peers.groups()) {
            if (group.settings().families().contains(family)) {
                body.addAll(activation(group, family));
            }
        }
        if (evpn && router.vtep().isPresent()) {
            body.add("advertise-all-vni");
            body.addAll(Vnis.lines(router, bgp.asn(), gaps));
        }
        if (body.isEmpty()) {
            return;
        }
        lines.add(" !");
        lines.add(" address-family " + Families.name(family));
        body.forEach(each -> lines.add("  " + each));
        if (!evpn) {
            maximumPaths(lines, bgp);
            if (bgp.maxPaths() > MOST_PATHS && family == AddressFamily.IPV4_UNICAST) {
                gaps.add(new Gap("maximum-paths " + bgp.maxPaths(), "FRR is built for " + MOST_PATHS));
            }
        }
        lines.add(" exit-address-family");
    }

    private List<String> activation(Peers.Group group, AddressFamily family) {
        PeerGroup settings = group.settings();
        List<String> lines = new ArrayList<>();
        String head = "neighbor " + group.name() + " ";
        lines.add(head + "activate");
        if (group.reflects()) {
            lines.add(head + "route-reflector-client");
        }
        if (family != AddressFamily.L2VPN_EVPN) {
            nextHop(group).forEach(each -> lines.add(head + each));
        }
        int allowed = allowedOwnAs(group);
        if (allowed > 0) {
            lines.add(head + "allowas-in " + allowed);
        }
        boolean ownDefault = originations.hasDefault(family);
        boolean sendsDefault = ownDefault
                && RouteMaps.acceptsOwnDefault(
                        settings.exportPolicy(), Families.ip(family).orElseThrow());
        if (sendsDefault) {
            String change = maps.ownDefault(
                            settings.exportPolicy(), Families.ip(family).orElseThrow())
                    .map(each -> " route-map " + each)
                    .orElse("");
            lines.add(head + "default-originate" + change);
        }
        Optional<String> in = group.overVlan() && family == AddressFamily.IPV6_UNICAST
                ? maps.inOverVlan(settings.importPolicy())
                : maps.in(settings.importPolicy(), family);
        in.ifPresent(each -> lines.add(head + "route-map " + each + " in"));
        maps.out(settings.exportPolicy(), family, ownDefault && !sendsDefault)
                .ifPresent(each -> lines.add(head + "route-map " + each + " out"));
        return lines;
    }

    /**
     * On a VLAN FRR would keep a third party's next hop towards eBGP (RFC 4271 section 5.1.3); rule 5.5 says self. EVPN routes keep
     * theirs by themselves.
     */
    private static List<String> nextHop(Peers.Group group) {
        return switch (group.settings().nextHop()) {
            case STANDARD -> !group.internal() && group.overVlan() ? List.of("next-hop-self") : List.of();
            case SELF -> List.of(group.internal() ? "next-hop-self force" : "next-hop-self");
            case UNCHANGED -> List.of("attribute-unchanged next-hop");
        };
    }

    /**
     * FRR looks for its own AS in paths from iBGP peers too, rule 5.1 only in those from eBGP: paths that hold it can arrive where some
     * session of this AS lets them in, or a policy puts it there.
     */
    private int allowedOwnAs(Peers.Group group) {
        int allowed = group.settings().allowOwnAs();
        if (group.internal() && peers.ownAsMayAppear()) {
            return Peers.MOST_OWN_AS;
        }
        if (allowed > Peers.MOST_OWN_AS) {
            gaps.add(new Gap(
                    "peer group " + group.name(),
                    "own AS allowed " + allowed + " times; FRR counts to " + Peers.MOST_OWN_AS));
        }
        return Math.min(allowed, Peers.MOST_OWN_AS);
    }
}
