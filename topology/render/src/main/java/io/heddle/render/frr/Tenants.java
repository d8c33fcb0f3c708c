package io.heddle.render.frr;

import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.Irb;
import io.heddle.model.config.PrefixRange;
import io.heddle.model.config.VrfConfig;
import io.heddle.model.config.Vtep;
import io.heddle.model.net.IpFamily;
import io.heddle.render.Gap;
import java.util.ArrayList;
import java.util.List;

/** VRFs of tenants: their L3VNI, and the BGP process that originates their subnets as type 5 (RFC 9136). */
final class Tenants {

    private Tenants() {}

    static List<String> vrfs(Router router) {
        List<String> lines = new ArrayList<>();
        for (VrfConfig vrf : router.vrfs()) {
            vrf.l3vni().ifPresent(vni -> {
                lines.add("vrf " + router.naming().vrf(vrf.name()));
                // Rule 6.1: only under symmetric IRB do type 2 routes carry the L3VNI.
                lines.add(" vni " + vni + (router.irb() == Irb.SYMMETRIC ? "" : " prefix-routes-only"));
                lines.add("exit-vrf");
            });
        }
        return lines;
    }

    static List<String> processes(Router router, BgpConfig bgp, MatchLists lists, RouteMaps maps, List<Gap> gaps) {
        List<String> lines = new ArrayList<>();
        for (VrfConfig vrf : router.vrfs()) {
            if (vrf.l3vni().isPresent()) {
                lines.add("router bgp " + bgp.asn() + " vrf " + router.naming().vrf(vrf.name()));
                Bgp.common(lines, bgp);
                lines.add(" no bgp default ipv4-unicast");
                for (IpFamily family : IpFamily.values()) {
                    unicast(router, bgp, vrf, family, lists, maps, lines);
                }
                evpn(router, bgp, vrf, gaps, lines);
                lines.add("exit");
            }
        }
        return lines;
    }

    private static void unicast(
            Router router,
            BgpConfig bgp,
            VrfConfig vrf,
            IpFamily family,
            MatchLists lists,
            RouteMaps maps,
            List<String> lines) {
        lines.add(" !");
        lines.add(" address-family " + Families.name(Families.of(family)));
        List<PrefixRange> subnets = subnets(router, vrf, family);
        if (vrf.advertiseSubnets() && !subnets.isEmpty()) {
            String list = "vrf-" + vrf.name();
            String map = list + "-" + Families.shortName(Families.of(family));
            lines.add("  redistribute connected route-map "
                    + maps.originate(map, lists.prefixes(list, family, subnets), false));
        }
        Bgp.maximumPaths(lines, bgp);
        lines.add(" exit-address-family");
    }

    private static List<PrefixRange> subnets(Router router, VrfConfig vrf, IpFamily family) {
        return router.subnets(vrf.name()).stream()
                .filter(each -> each.family() == family)
                .map(PrefixRange::exactly)
                .toList();
    }

    private static void evpn(Router router, BgpConfig bgp, VrfConfig vrf, List<Gap> gaps, List<String> lines) {
        lines.add(" !");
        lines.add(" address-family l2vpn evpn");
        if (vrf.advertiseSubnets()) {
            for (IpFamily family : IpFamily.values()) {
                if (!subnets(router, vrf, family).isEmpty()) {
                    lines.add("  advertise " + Families.name(Families.of(family)));
                }
            }
        }
        router.vtep().map(Tenants::primaryAddress).ifPresent(each -> lines.add("  " + each));
        Vnis.targets(vrf.targets(), bgp.asn(), vrf.l3vni().orElseThrow(), "VRF " + vrf.name(), gaps)
                .forEach(each -> lines.add("  " + each));
        lines.add(" exit-address-family");
    }

    /** Whether type 5 routes keep the primary VTEP address as next hop beside an anycast one. */
    private static String primaryAddress(Vtep vtep) {
        return vtep.advertisePrimary() ? "advertise-pip ip " + vtep.primary() : "no advertise-pip";
    }
}
