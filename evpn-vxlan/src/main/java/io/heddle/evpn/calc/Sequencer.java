package io.heddle.evpn.calc;

import java.util.ArrayList;
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
        List<List<TableChange>> steps = new ArrayList<>(2 * TableEntry.RANKS + 1);
        for (int step = 0; step <= 2 * TableEntry.RANKS; step++) {
            steps.add(new ArrayList<>(0));
        }
        changes.forEach(each -> steps.get(step(each)).add(each));
        List<TableChange> ordered = new ArrayList<>(changes.size());
        steps.forEach(ordered::addAll);
        return Collections.unmodifiableList(ordered);
    }

    private static int step(TableChange change) {
        return switch (change) {
            case TableChange.Put put -> put.entry().rank();
            case TableChange.Removed removed ->
                2 * TableEntry.RANKS - removed.entry().rank();
        };
    }
}
