package io.heddle.controller.southbound.use;

import io.heddle.controller.southbound.use.KernelTables.Route;
import io.heddle.model.net.Esi;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.tables.FloodEntry;
import io.heddle.model.tables.RouteSource;
import io.heddle.model.tables.SwitchTables;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What EVPN makes of routes in a switch.
 *
 * @param macs of type 2, each with the VTEPs that it leads to: none of one that is local, or computed
 * @param hosts behind them
 * @param prefixes of type 5 and of hosts in any VRF; computed ones without gateways
 * @param flood of type 3
 * @param segments of type 1, each with the VTEPs that FRR has for it; the kernel has them with the MACs
 */
public record OverlayTables(
        SortedMap<Mac, SortedSet<IpAddress>> macs,
        SortedSet<IpAddress> hosts,
        SortedMap<Prefix, Route> prefixes,
        SortedSet<FloodEntry> flood,
        SortedMap<Esi, SortedSet<IpAddress>> segments) {

    /** What FRR has for VTEP of a MAC on an Ethernet segment: the VTEPs are the segment's, whose name it does not say. */
    public static final IpAddress ON_SEGMENT = IpAddress.parse("0.0.0.0");

    /** Nothing at all. */
    public static final OverlayTables EMPTY =
            new OverlayTables(new TreeMap<>(), new TreeSet<>(), new TreeMap<>(), new TreeSet<>(), new TreeMap<>());

    public OverlayTables {
        macs = Collections.unmodifiableSortedMap(new TreeMap<>(macs));
        hosts = Collections.unmodifiableSortedSet(new TreeSet<>(hosts));
        prefixes = Collections.unmodifiableSortedMap(new TreeMap<>(prefixes));
        flood = Collections.unmodifiableSortedSet(new TreeSet<>(flood));
        segments = Collections.unmodifiableSortedMap(new TreeMap<>(segments));
    }

    /** What follows from configuration and pods. */
    public static OverlayTables of(SwitchTables computed) {
        SortedMap<Mac, SortedSet<IpAddress>> macs = new TreeMap<>();
        SortedSet<IpAddress> hosts = new TreeSet<>();
        SortedMap<Prefix, Route> prefixes = new TreeMap<>();
        SortedSet<FloodEntry> flood = new TreeSet<>();
        computed.macs().forEach(each -> macs.put(each.mac(), new TreeSet<>()));
        computed.neighbors().forEach(each -> hosts.add(each.address()));
        computed.routes()
                .filter(each -> each.source() != RouteSource.LOCAL)
                .forEach(each -> prefixes.put(each.prefix(), new Route("", List.of())));
        computed.floodList().forEach(each -> flood.add(each));
        return new OverlayTables(macs, hosts, prefixes, flood, new TreeMap<>());
    }
}
