package io.heddle.topology.loss;

import java.util.List;

/**
 * Members that fare alike: attached to the same components before a removal, and to the same after.
 *
 * @param size how many they are
 * @param listed their indices; empty for members untouched by the removal, who are found by {@code before}
 */
record Group(List<Integer> before, List<Integer> after, int size, List<Integer> listed) {

    static boolean meet(List<Integer> some, List<Integer> others) {
        for (Integer each : some) {
            if (others.contains(each)) {
                return true;
            }
        }
        return false;
    }

    boolean metBefore(Group other) {
        return meet(before, other.before);
    }

    boolean meetsAfter(Group other) {
        return meet(after, other.after);
    }

    /** Other members reached before, among {@code groups}. */
    int peersBefore(List<Group> groups) {
        return before.isEmpty()
                ? 0
                : groups.stream().filter(this::metBefore).mapToInt(Group::size).sum() - 1;
    }

    /** Other members still reached, among {@code groups}. */
    int peersAfter(List<Group> groups) {
        return after.isEmpty()
                ? 0
                : groups.stream().filter(this::meetsAfter).mapToInt(Group::size).sum() - 1;
    }
}
