package io.heddle.topology.loss;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects members into groups by their components before and after. */
final class Fates {

    private record Fate(List<Integer> before, List<Integer> after) {}

    private final Map<Fate, List<Integer>> members = new LinkedHashMap<>();

    void add(List<Integer> before, List<Integer> after, List<Integer> indices) {
        members.computeIfAbsent(new Fate(before, after), each -> new ArrayList<>())
                .addAll(indices);
    }

    List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        members.forEach((fate, listed) -> groups.add(new Group(fate.before(), fate.after(), listed.size(), listed)));
        return groups;
    }
}
