package io.heddle.evpn.calc;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Puts differences into an order that is safe to carry out one by one: make before break. First everything that comes or changes, what
 * others need before them (tunnels, flood lists, MACs, neighbours, routes), then what goes, in reverse. So no entry ever names a VTEP without tunnel,
 * and no route a neighbour that is not there.
 */
final class Sequencer {

    private Sequencer() {}

    static List<TableChange> ordered(List<TableChange> changes) {
        if (changes.size() < 2) {
            return List.copyOf(changes);
        }
        int[] from = new int[2 * TableEntry.RANKS + 2];
        for (TableChange each : changes) {
            from[step(each) + 1]++;
        }
        for (int step = 1; step < from.length; step++) {
            from[step] += from[step - 1];
        }
        TableChange[] ordered = new TableChange[changes.size()];
        for (TableChange each : changes) {
            ordered[from[step(each)]++] = each;
        }
        return Collections.unmodifiableList(Arrays.asList(ordered));
    }

    private static int step(TableChange change) {
        return switch (change) {
            case TableChange.Put put -> put.entry().rank();
            case TableChange.Removed removed ->
                2 * TableEntry.RANKS - removed.entry().rank();
        };
    }
}
