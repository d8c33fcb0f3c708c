package io.heddle.simulator.stable;

import io.heddle.model.config.VlanConfig;
import io.heddle.model.net.IpAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Stations of one VLAN that the same exporters originate, with the same pattern of Ethernet segments.
 *
 * @param segments for each exporter the number of the segment its routes carry, or -1
 */
record HostGroup(
        List<Exporter> exporters, List<Integer> segments, List<Station> stations, Map<VlanConfig.Svi, long[]> covered) {

    HostGroup(List<Exporter> exporters, List<Integer> segments, List<Station> stations) {
        this(exporters, segments, stations, new HashMap<>());
    }

    long macs() {
        long sum = 0;
        for (Station each : stations) {
            sum += each.macs();
        }
        return sum;
    }

    /**
     * The VTEPs that frames to these hosts go to (rule 6.4): all of them if the usable routes carry one Ethernet segment, else the
     * numerically smallest; none without usable routes.
     */
    List<IpAddress> vteps(Predicate<Exporter> usable) {
        TreeSet<IpAddress> all = new TreeSet<>();
        int segment = -2;
        for (int i = 0; i < exporters.size(); i++) {
            if (usable.test(exporters.get(i))) {
                all.add(exporters.get(i).tunnel().bridgedAddress());
                segment = segment == -2 || segment == segments.get(i) ? segments.get(i) : -1;
            }
        }
        return all.isEmpty() || segment >= 0 ? List.copyOf(all) : List.of(all.getFirst());
    }

    /** How many host addresses an SVI covers: IPv4 at 0, IPv6 at 1. */
    long[] covered(VlanConfig.Svi svi) {
        synchronized (covered) {
            return covered.computeIfAbsent(svi, _ -> {
                long[] counts = new long[2];
                for (Station each : stations) {
                    long[] own = Host.covered(each, svi);
                    counts[0] += own[0];
                    counts[1] += own[1];
                }
                return counts;
            });
        }
    }
}
