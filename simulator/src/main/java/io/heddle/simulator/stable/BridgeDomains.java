package io.heddle.simulator.stable;

import io.heddle.model.config.VlanConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Mac;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bridge domains of one VLAN: connected sets of switches, and the stations attached to them. */
final class BridgeDomains {

    /** A cable between two switches that carries the VLAN, seen from one end. */
    private record Leg(int to, String bridgePort) {}

    private final int[] parent;
    private final Map<Integer, List<Leg>> legs = new HashMap<>();
    private final Map<DeviceName, Station> stationByNode = new LinkedHashMap<>();
    private final Map<Mac, Station> stationByMac = new HashMap<>();
    private final Map<Integer, List<Station>> stationsByDomain = new HashMap<>();
    private final Map<Integer, Long> macsByDomain = new HashMap<>();
    private final Map<Covered, long[]> coveredByDomain = new HashMap<>();
    private final Map<Integer, Paths> pathsBySwitch = new HashMap<>();

    BridgeDomains(int switches) {
        parent = new int[switches];
        Arrays.setAll(parent, i -> i);
    }

    void join(int a, String portA, int b, String portB) {
        legs.computeIfAbsent(a, _ -> new ArrayList<>()).add(new Leg(b, portA));
        legs.computeIfAbsent(b, _ -> new ArrayList<>()).add(new Leg(a, portB));
        int rootA = root(a);
        int rootB = root(b);
        parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    }

    private int root(int at) {
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /** No more joins: flattens, so that later reads write nothing. */
    void close() {
        for (int i = 0; i < parent.length; i++) {
            parent[i] = root(i);
        }
    }

    void add(Station station) {
        stationByNode.put(station.node().name(), station);
        for (int domain : domainsOf(station)) {
            stationsByDomain.computeIfAbsent(domain, _ -> new ArrayList<>()).add(station);
        }
    }

    /** The domains a station is attached to, ascending. */
    List<Integer> domainsOf(Station station) {
        return Arrays.stream(station.switches())
                .map(each -> parent[each])
                .sorted()
                .distinct()
                .boxed()
                .toList();
    }

    /** The domain of a switch, named by its smallest member. */
    int domain(int switchNumber) {
        return parent[switchNumber];
    }

    @Nullable
    Station station(DeviceName node) {
        return stationByNode.get(node);
    }

    /** The station that has a MAC address, or null. The first call indexes them all. */
    @Nullable
    Station stationOf(Mac mac) {
        synchronized (stationByMac) {
            if (stationByMac.isEmpty()) {
                stations().forEach(each -> Host.forEach(each, host -> stationByMac.put(host.mac(), each)));
            }
            return stationByMac.get(mac);
        }
    }

    /** Every station, in the order they were added. */
    Iterable<Station> stations() {
        return stationByNode.values();
    }

    /** The stations local to the switches of a domain. */
    List<Station> stationsOf(int domain) {
        return stationsByDomain.getOrDefault(domain, List.of());
    }

    /** How many MAC addresses are local to the switches of a domain. */
    long macs(int domain) {
        synchronized (macsByDomain) {
            return macsByDomain.computeIfAbsent(
                    domain,
                    _ -> stationsOf(domain).stream().mapToLong(Station::macs).sum());
        }
    }

    private record Covered(int domain, VlanConfig.Svi svi) {}

    /** How many addresses local to the switches of a domain an SVI covers: IPv4 at 0, IPv6 at 1. */
    long[] covered(int domain, VlanConfig.Svi svi) {
        synchronized (coveredByDomain) {
            return coveredByDomain.computeIfAbsent(new Covered(domain, svi), _ -> {
                long[] counts = new long[2];
                for (Station each : stationsOf(domain)) {
                    long[] own = Host.covered(each, svi);
                    counts[0] += own[0];
                    counts[1] += own[1];
                }
                return counts;
            });
        }
    }

    boolean isLocal(Station station, int switchNumber) {
        for (int each : station.switches()) {
            if (parent[each] == parent[switchNumber]) {
                return true;
            }
        }
        return false;
    }

    /** Breadth-first distances from one switch, and the smallest first bridge port of a shortest path. */
    private record Paths(int[] distance, @Nullable String[] firstPort) {}

    /** The bridge port of {@code from} towards a local station (rule 1.6), and its distance in cables between switches. */
    record Way(String bridgePort, int distance) {}

    Way way(int from, Station station) {
        String direct = station.portOn(from);
        if (direct != null) {
            return new Way(direct, 0);
        }
        Paths paths;
        synchronized (pathsBySwitch) {
            paths = pathsBySwitch.computeIfAbsent(from, this::paths);
        }
        int nearest = Integer.MAX_VALUE;
        String port = null;
        for (int each : station.switches()) {
            String first = paths.firstPort[each];
            if (first != null
                    && (paths.distance[each] < nearest
                            || paths.distance[each] == nearest && port != null && first.compareTo(port) < 0)) {
                nearest = paths.distance[each];
                port = first;
            }
        }
        if (port == null) {
            throw new IllegalArgumentException(station.node().name() + " is not local to switch " + from);
        }
        return new Way(port, nearest);
    }

    private Paths paths(int from) {
        int[] distance = new int[parent.length];
        Arrays.fill(distance, Integer.MAX_VALUE);
        @Nullable String[] first = new String[parent.length];
        distance[from] = 0;
        ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(from));
        while (!queue.isEmpty()) {
            int at = queue.remove();
            for (Leg leg : legs.getOrDefault(at, List.of())) {
                String port = at == from ? leg.bridgePort : first[at];
                if (distance[leg.to] == Integer.MAX_VALUE) {
                    distance[leg.to] = distance[at] + 1;
                    queue.add(leg.to);
                    first[leg.to] = port;
                } else if (distance[leg.to] == distance[at] + 1) {
                    String before = first[leg.to];
                    if (port != null && before != null && port.compareTo(before) < 0) {
                        first[leg.to] = port;
                    }
                }
            }
        }
        return new Paths(distance, first);
    }
}
