package io.heddle.scenarios.cli;

import java.util.ArrayList;
import java.util.List;

/** The lines that differ between two texts, by a longest common subsequence: {@code -} for old ones, {@code +} for new ones. */
final class LineDifference {

    /** Above so many pairs of lines the middle is shown as replaced whole. */
    private static final long MOST_PAIRS = 4_000_000;

    private LineDifference() {}

    static List<String> of(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        int head = 0;
        while (head < old.size() && head < now.size() && old.get(head).equals(now.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < old.size() - head
                && tail < now.size() - head
                && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            tail++;
        }
        return middle(old.subList(head, old.size() - tail), now.subList(head, now.size() - tail));
    }

    private static List<String> middle(List<String> old, List<String> now) {
        List<String> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        if ((long) old.size() * now.size() <= MOST_PAIRS) {
            int[][] common = common(old, now);
            while (i < old.size() && j < now.size()) {
                if (old.get(i).equals(now.get(j))) {
                    i++;
                    j++;
                } else if (common[i + 1][j] >= common[i][j + 1]) {
                    lines.add("- " + old.get(i++));
                } else {
                    lines.add("+ " + now.get(j++));
                }
            }
        }
        old.subList(i, old.size()).forEach(each -> lines.add("- " + each));
        now.subList(j, now.size()).forEach(each -> lines.add("+ " + each));
        return lines;
    }

    /** At [i][j] how many lines the rests from i and j have in common. */
    private static int[][] common(List<String> old, List<String> now) {
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
