package io.heddle.evpn.calc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * When the configuration of a switch changes, a VLAN or VRF of it may become part of another shared one. What the old one takes away
 * there, the new one may put again: to the switch that is one change, or none.
 */
final class Moved {

    private Moved() {}

    static List<TableChange> reconciled(List<TableChange> changes) {
        Map<TableEntry, List<Integer>> puts = new TreeMap<>(TableEntry.BY_KEY);
        List<TableChange> result = new ArrayList<>(changes);
        for (int i = 0; i < changes.size(); i++) {
            if (changes.get(i) instanceof TableChange.Put put) {
                puts.computeIfAbsent(put.entry(), _ -> new ArrayList<>(1)).add(i);
            }
        }
        for (int i = 0; i < changes.size(); i++) {
            if (changes.get(i) instanceof TableChange.Removed removed) {
                SwitchSet gone = removed.at();
                for (int other : puts.getOrDefault(removed.entry(), List.of())) {
                    TableChange put = result.get(other);
                    gone = gone.andNot(put.at());
                    if (put.entry().equals(removed.entry())) {
                        result.set(
                                other, new TableChange.Put(put.entry(), put.at().andNot(removed.at())));
                    }
                }
                result.set(i, new TableChange.Removed(removed.entry(), gone));
            }
        }
        result.removeIf(each -> each.at().isEmpty());
        return result;
    }
}
