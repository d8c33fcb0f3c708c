package io.heddle.topology.fault;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects faults. Faults that differ only in the device are told once, with the number of the others, so that a mistake in a rack of
 * which there are 750 is one line. Single-threaded.
 */
public final class Faults {

    private static final int KEPT = 100;

    private record Kind(String found, String expected) {}

    private final Map<Kind, List<String>> wheres = new LinkedHashMap<>();

    public void add(String where, String found, String expected) {
        wheres.computeIfAbsent(new Kind(found, expected), _ -> new ArrayList<>(1))
                .add(where);
    }

    public void addAll(List<Fault> faults) {
        faults.forEach(each -> add(each.where(), each.found(), each.expected()));
    }

    public boolean isEmpty() {
        return wheres.isEmpty();
    }

    /** The faults in the order in which they were found, the first {@value #KEPT} kinds. */
    public List<Fault> list() {
        List<Fault> list = new ArrayList<>();
        wheres.forEach((kind, where) -> {
            if (list.size() < KEPT) {
                String others = where.size() == 1 ? "" : " and " + (where.size() - 1) + " more";
                list.add(new Fault(where.getFirst() + others, kind.found(), kind.expected()));
            }
        });
        return list;
    }
}
