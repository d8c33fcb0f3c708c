package io.heddle.test.bench;

import io.heddle.evpn.calc.EvpnCalc;
import io.heddle.model.tables.EntryKind;
import io.heddle.model.tables.TableCounts;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * Whole process: from nothing to the overlay tables of every switch, and their counts. Arguments: racks, leafs a rack, hosts.
 */
public final class OverlayTables {

    private OverlayTables() {}

    /** Prints one line a stage. CPU is that of the one thread that computes: the machine may be busy with other things. */
    public static void main(String... args) {
        int racks = Integer.parseInt(args[0]);
        int leafs = Integer.parseInt(args[1]);
        int hosts = Integer.parseInt(args[2]);
        long start = System.nanoTime();
        OverlayFabric fabric = new OverlayFabric(racks, leafs, hosts);
        EvpnCalc calc = fabric.filled();
        print("tables", start);
        long counting = System.nanoTime();
        long entries = 0;
        for (int leaf = 0; leaf < racks * leafs; leaf++) {
            TableCounts counts = calc.tables(fabric.name(leaf)).orElseThrow().counts();
            long macs = counts.of(EntryKind.MAC);
            long neighbors = counts.of(EntryKind.OVERLAY_NEIGHBOR_V4);
            long routes = counts.of(EntryKind.OVERLAY_HOST_ROUTE_V4);
            if (macs != hosts || neighbors != hosts || routes != hosts - local(leaf / leafs, racks, hosts)) {
                throw new IllegalStateException("leaf " + leaf + " holds " + counts);
            }
            entries += macs + neighbors + routes;
        }
        print("counts of " + racks * leafs + " switches, " + entries + " entries", counting);
        long listing = System.nanoTime();
        long listed = calc.tables(fabric.name(0)).orElseThrow().macs().count()
                + calc.tables(fabric.name(0)).orElseThrow().neighbors().count()
                + calc.tables(fabric.name(0)).orElseThrow().routes().count();
        print("one switch written out, " + listed + " entries", listing);
        print("all", start);
    }

    private static int local(int rack, int racks, int hosts) {
        return hosts / racks + (rack < hosts % racks ? 1 : 0);
    }

    private static void print(String what, long since) {
        double cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%-60s %.3f s, %.3f s of CPU since the start%n",
                what,
                (System.nanoTime() - since) / 1e9,
                cpu);
    }
}
