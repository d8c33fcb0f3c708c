package io.heddle.simulator.load;

import io.heddle.model.fabric.DeviceName;
import io.heddle.simulator.walk.FlowHash;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Bytes a cable if every transfer is a few flows and every device sends a flow one way, by a hash. */
final class HashedLoad {

    private final Cabling cabling;
    private final Routes routes;
    private final FlowHash hash;
    private final long[] seeds;
    private final Map<DeviceName, Long> nodeSeeds = new TreeMap<>();
    private final double[] bytes;
    private final FlowPaths paths;
    private double lost;

    private HashedLoad(Cabling cabling, Routes routes, FlowHash hash, FlowPaths paths) {
        this.cabling = cabling;
        this.routes = routes;
        this.hash = hash;
        this.paths = paths;
        bytes = new double[cabling.directions()];
        seeds = new long[cabling.switches()];
        for (int i = 0; i < seeds.length; i++) {
            seeds[i] = hash.seed(cabling.name(i));
        }
    }

    /** With {@code flows} flows a transfer; each flow's path and bytes are told to {@code paths}. */
    static Bytes of(
            Cabling cabling,
            Routes routes,
            Ranks ranks,
            Pattern pattern,
            double size,
            int servers,
            int flows,
            FlowHash hash,
            FlowPaths paths) {
        HashedLoad load = new HashedLoad(cabling, routes, hash, paths);
        for (int to = 0; to < ranks.count(); to++) {
            int target = to;
            Ways ways = routes.to(ranks.nic(to));
            pattern.to(to, ranks, size, servers, (from, sent) -> {
                List<Routes.Port> uplinks = Uplinks.of(routes.ports(ranks.nic(from)), ways);
                if (uplinks.isEmpty()) {
                    load.lost += sent;
                    return;
                }
                DeviceName node = ranks.nics().get(ranks.nic(from)).node();
                for (int flow = 0; flow < flows; flow++) {
                    load.send(node, uplinks, ranks.nic(target), ways, hash.key(from, target, flow), sent / flows);
                }
            });
        }
        return new Bytes(load.bytes, load.lost);
    }

    private void send(DeviceName node, List<Routes.Port> uplinks, int nic, Ways ways, long flow, double sent) {
        paths.begin(sent);
        Routes.Port first = uplinks.size() == 1
                ? uplinks.getFirst()
                : uplinks.get(FlowHash.pick(flow, nodeSeeds.computeIfAbsent(node, hash::seed), uplinks.size()));
        take(first.out(), sent);
        int device = first.leaf();
        boolean descending = false;
        while (ways.distance(device, descending) > 0) {
            int[] next = ways.next(device, descending);
            int directed = next[FlowHash.pick(flow, seeds[device], next.length)];
            take(directed, sent);
            descending |= ways.descends(device, directed);
            device = cabling.target(directed);
        }
        int leaf = device;
        List<Routes.Port> last =
                routes.ports(nic).stream().filter(each -> each.leaf() == leaf).toList();
        take(last.get(FlowHash.pick(flow, seeds[leaf], last.size())).in(), sent);
    }

    private void take(int directed, double sent) {
        bytes[directed] += sent;
        paths.over(directed);
    }
}
