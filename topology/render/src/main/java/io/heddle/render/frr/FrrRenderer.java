package io.heddle.render.frr;

import io.heddle.model.config.ExternalRouter;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.SwitchConfig;
import io.heddle.render.Gap;
import io.heddle.render.Naming;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Writes {@code frr.conf}. Pure: equal configuration, equal text. */
public final class FrrRenderer {

    private static final Set<FrrDaemon> ALL = EnumSet.allOf(FrrDaemon.class);

    private FrrRenderer() {}

    public static FrrConfig of(SwitchConfig config) {
        return of(config, Naming.LINUX);
    }

    /** A switch's, in the names of its operating system. */
    public static FrrConfig of(SwitchConfig config, Naming naming) {
        return render(Router.of(config, naming));
    }

    /** A node's; without BGP it is no more than the head of a file. */
    public static FrrConfig of(NodeProgram node) {
        return render(Router.of(node));
    }

    /** What a stranger would run to behave as the plan takes it to; for laboratories. */
    public static FrrConfig of(ExternalRouter router) {
        return render(Router.of(router));
    }

    private static FrrConfig render(Router router) {
        List<Gap> gaps = new ArrayList<>();
        MatchLists lists = new MatchLists();
        List<FrrSection> sections = new ArrayList<>();
        sections.add(new FrrSection(ALL, List.of("frr defaults datacenter", "hostname " + router.name())));
        sections.add(new FrrSection(EnumSet.noneOf(FrrDaemon.class), List.of("service integrated-vtysh-config")));
        sections.add(new FrrSection(EnumSet.of(FrrDaemon.ZEBRA), zebra()));
        add(sections, EnumSet.of(FrrDaemon.ZEBRA), Tenants.vrfs(router));
        add(sections, EnumSet.of(FrrDaemon.ZEBRA), EthernetSegments.lines(router, gaps));
        add(sections, EnumSet.of(FrrDaemon.STATICD), new StaticRoutes(router, gaps).lines());
        router.bgp().ifPresent(bgp -> {
            RouteMaps maps = new RouteMaps(bgp.asn(), lists);
            Bgp writer = new Bgp(router, bgp, maps, lists, gaps);
            List<String> process = writer.process();
            List<String> tenants = Tenants.processes(router, bgp, lists, maps, gaps);
            add(sections, EnumSet.of(FrrDaemon.BGPD), lists.lines());
            add(sections, EnumSet.of(FrrDaemon.BGPD), maps.lines());
            add(sections, EnumSet.of(FrrDaemon.BGPD), process);
            add(sections, EnumSet.of(FrrDaemon.BGPD), tenants);
        });
        return new FrrConfig(sections, gaps);
    }

    /**
     * Kernel next-hop objects lose ECMP legs after a link flap in FRR 8.4; without them zebra installs plain multipath routes. Rule 6.3:
     * the default route resolves no next hop.
     */
    private static List<String> zebra() {
        return List.of(
                "no zebra nexthop kernel enable", "no ip nht resolve-via-default", "no ipv6 nht resolve-via-default");
    }

    private static void add(List<FrrSection> sections, Set<FrrDaemon> daemons, List<String> lines) {
        if (!lines.isEmpty()) {
            sections.add(new FrrSection(daemons, lines));
        }
    }
}
