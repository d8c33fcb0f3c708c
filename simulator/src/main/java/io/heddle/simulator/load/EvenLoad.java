package io.heddle.simulator.load;

import java.util.List;

/**
 * Bytes a cable if every device splits its traffic to a NIC into equal parts over the equal paths: what ECMP comes to with very many small flows.
 */
final class EvenLoad {

    private final Cabling cabling;
    private final Routes routes;
    private final double[] bytes;
    private final double[][] inflow;
    private double lost;

    private EvenLoad(Cabling cabling, Routes routes) {
        this.cabling = cabling;
        this.routes = routes;
        bytes = new double[cabling.directions()];
        inflow = new double[2][cabling.switches()];
    }

    static Bytes of(Cabling cabling, Routes routes, Ranks ranks, Pattern pattern, double size, int servers) {
        EvenLoad load = new EvenLoad(cabling, routes);
        double[] sentBy = new double[ranks.nics().size()];
        for (int to = 0; to < ranks.count(); to++) {
            pattern.to(to, ranks, size, servers, (from, sent) -> sentBy[ranks.nic(from)] += sent);
            int nic = ranks.nic(to);
            // Ranks of one NIC follow each other, and one walk serves them all.
            if (to + 1 == ranks.count() || ranks.nic(to + 1) != nic) {
                load.to(nic, sentBy);
            }
        }
        return new Bytes(load.bytes, load.lost);
    }

    private void to(int nic, double[] sentBy) {
        Ways ways = routes.to(nic);
        for (int from = 0; from < sentBy.length; from++) {
            if (sentBy[from] > 0) {
                enter(from, ways, sentBy[from]);
                sentBy[from] = 0;
            }
        }
        spread(nic, ways);
    }

    private void enter(int nic, Ways ways, double sent) {
        List<Routes.Port> ports = Uplinks.of(routes.ports(nic), ways);
        if (ports.isEmpty()) {
            lost += sent;
            return;
        }
        for (Routes.Port each : ports) {
            bytes[each.out()] += sent / ports.size();
            inflow[0][each.leaf()] += sent / ports.size();
        }
    }

    /** Moves what has come in towards the NIC, from the furthest switches inwards. */
    private void spread(int nic, Ways ways) {
        List<Routes.Port> ports = routes.ports(nic);
        for (int distance = 2 * Cabling.HIGHEST_TIER; distance >= 0; distance--) {
            for (int descending = 0; descending <= 1; descending++) {
                for (int device = 0; device < cabling.switches(); device++) {
                    double here = inflow[descending][device];
                    if (here > 0 && ways.distance(device, descending == 1) == distance) {
                        inflow[descending][device] = 0;
                        if (distance == 0) {
                            deliver(device, here, ports);
                        } else {
                            forward(device, here, ways, descending == 1);
                        }
                    }
                }
            }
        }
    }

    private void forward(int device, double here, Ways ways, boolean descending) {
        int[] next = ways.next(device, descending);
        for (int directed : next) {
            double part = here / next.length;
            bytes[directed] += part;
            inflow[descending || ways.descends(device, directed) ? 1 : 0][cabling.target(directed)] += part;
        }
    }

    private void deliver(int leaf, double here, List<Routes.Port> ports) {
        long last = ports.stream().filter(each -> each.leaf() == leaf).count();
        for (Routes.Port each : ports) {
            if (each.leaf() == leaf) {
                bytes[each.in()] += here / last;
            }
        }
    }
}
