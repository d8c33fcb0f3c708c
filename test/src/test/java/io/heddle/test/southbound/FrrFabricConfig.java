package io.heddle.test.southbound;

import java.util.ArrayList;
import java.util.List;

/**
 * The start file of a router of {@link FrrFabric}. Leafs announce a type 5 of their own: as long as one does, FRR keeps the MAC of its VTEP
 * whatever becomes of the controller's.
 */
final class FrrFabricConfig {

    private FrrFabricConfig() {}

    static List<String> of(String router, int spines, int leafs, boolean tenants) {
        boolean leaf = router.startsWith("l");
        int number = Integer.parseInt(router.substring(1));
        List<String> lines = new ArrayList<>(List.of(
                "frr defaults datacenter",
                "hostname " + router,
                "no zebra nexthop kernel enable",
                "bgp route-map delay-timer 0"));
        if (leaf) {
            lines.addAll(tenants ? List.of("vrf tenant", " vni 5000", "exit-vrf") : List.of("vni 5000"));
            lines.addAll(List.of(
                    "ip prefix-list TENANT seq 5 permit 10.50.0.0/16 le 32",
                    "route-map T5 permit 10",
                    " match ip address prefix-list TENANT",
                    "route-map UNDERLAY deny 10",
                    " match ip address prefix-list TENANT",
                    "route-map UNDERLAY permit 20"));
        }
        lines.addAll(List.of(
                "router bgp " + (leaf ? 65100 + number : 65000),
                " bgp router-id 10.0.0." + (leaf ? number : 200 + number),
                " no bgp ebgp-requires-policy",
                " no bgp default ipv4-unicast",
                " no bgp network import-check",
                " bgp bestpath as-path multipath-relax",
                " bgp graceful-restart",
                " neighbor FAB peer-group",
                " neighbor FAB remote-as external",
                " neighbor FAB timers 1 3",
                " neighbor FAB timers connect 1",
                " neighbor FAB advertisement-interval 0",
                " neighbor CTRL peer-group",
                " neighbor CTRL remote-as 64999",
                " neighbor CTRL ebgp-multihop 4",
                " neighbor CTRL timers 1 3",
                " bgp listen range 172.31.0.0/24 peer-group CTRL"));
        for (int i = 1; i <= (leaf ? spines : leafs); i++) {
            lines.add(" neighbor " + (leaf ? "s" : "l") + i + "x interface peer-group FAB");
        }
        lines.addAll(List.of(
                " address-family ipv4 unicast",
                "  neighbor FAB activate",
                "  neighbor CTRL activate",
                "  maximum-paths 64",
                "  network 10.0.0." + (leaf ? number : 200 + number) + "/32"));
        if (leaf) {
            lines.addAll(List.of(
                    "  network 10.1." + number + ".0/24",
                    "  network 10.50." + number + ".0/24",
                    "  neighbor FAB route-map UNDERLAY out",
                    "  neighbor CTRL route-map UNDERLAY out"));
        }
        lines.addAll(List.of(
                " exit-address-family",
                " address-family ipv6 unicast",
                "  neighbor FAB activate",
                "  neighbor CTRL activate",
                " exit-address-family",
                " address-family l2vpn evpn",
                "  neighbor FAB activate",
                "  neighbor CTRL activate"));
        if (leaf) {
            lines.add("  advertise-all-vni");
        }
        if (leaf && !tenants) {
            lines.add("  advertise ipv4 unicast route-map T5");
        }
        lines.add(" exit-address-family");
        if (leaf && tenants) {
            lines.addAll(List.of("exit", "router bgp " + (65100 + number) + " vrf tenant"));
        }
        return lines;
    }
}
