package io.heddle.scenarios.drill;

import io.heddle.scenarios.wording.Numbers;
import io.heddle.simulator.timeline.SimTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The lines of a story as rows to read: what many devices do alike is one row, {@code node-1-1 and 287 more}. Where that leaves too many, devices that write
 * tables or start pods at about the same time are one row too, with from how many to how many.
 */
public final class StoryRows {

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** Lines that lie closer than this are about the same time. */
    private static final SimTime NEAR = SimTime.ofMillis(20);

    private StoryRows() {}

    /** At most so many where that can be had. */
    public static List<Story.Line> of(List<Story.Line> story, int most) {
        List<Story.Line> rows = folded(story, false);
        return rows.size() <= most ? rows : folded(story, true);
    }

    private static List<Story.Line> folded(List<Story.Line> story, boolean roughly) {
        Map<Object, List<Story.Line>> open = new HashMap<>();
        List<List<Story.Line>> rows = new ArrayList<>();
        for (Story.Line each : story) {
            Object key = key(each, roughly);
            List<Story.Line> row = open.get(key);
            if (row == null || each.from().compareTo(until(row).plus(NEAR)) > 0) {
                row = new ArrayList<>();
                open.put(key, row);
                rows.add(row);
            }
            row.add(each);
        }
        return rows.stream().map(StoryRows::row).toList();
    }

    private static Object key(Story.Line line, boolean roughly) {
        boolean counts = line.kind() == Story.Kind.TABLE || line.kind() == Story.Kind.POD;
        return roughly && counts
                ? List.of(line.kind(), NUMBER.matcher(line.what()).replaceAll("#"))
                : List.of(line.from(), line.until(), line.kind(), line.what(), cause(line));
    }

    /** Why, whichever device it is: many lose the carrier of a port of their own because one leaf dies. */
    private static String cause(Story.Line line) {
        return line.where().isEmpty() ? line.why() : line.why().replace(line.where() + ":", "its ");
    }

    private static SimTime until(List<Story.Line> lines) {
        return lines.stream().map(Story.Line::until).max(SimTime::compareTo).orElse(SimTime.ZERO);
    }

    private static Story.Line row(List<Story.Line> lines) {
        Story.Line first = lines.getFirst();
        if (lines.size() == 1) {
            return first;
        }
        long devices = lines.stream().map(Story.Line::where).distinct().count();
        return new Story.Line(
                first.from(),
                until(lines),
                first.kind(),
                first.where() + (devices == 1 ? "" : " and " + Numbers.of(devices - 1) + " more"),
                what(lines),
                why(lines));
    }

    private static String why(List<Story.Line> lines) {
        Story.Line first = lines.getFirst();
        if (lines.stream().allMatch(each -> each.why().equals(first.why()))) {
            return first.why();
        }
        boolean alike = lines.stream().allMatch(each -> cause(each).equals(cause(first)));
        return alike ? cause(first) : first.why() + ", and others";
    }

    /** With each number that differs as a range. */
    private static String what(List<Story.Line> lines) {
        String first = lines.getFirst().what();
        if (lines.stream().allMatch(each -> each.what().equals(first))) {
            return first;
        }
        List<List<Long>> numbers =
                lines.stream().map(each -> numbers(each.what())).toList();
        int[] place = {0};
        return NUMBER.matcher(first).replaceAll(_ -> range(numbers, place[0]++));
    }

    private static List<Long> numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(Long::valueOf)
                .toList();
    }

    private static String range(List<List<Long>> numbers, int place) {
        LongSummaryStatistics all =
                numbers.stream().mapToLong(each -> each.get(place)).summaryStatistics();
        String least = Numbers.of(all.getMin());
        return all.getMin() == all.getMax() ? least : least + " to " + Numbers.of(all.getMax());
    }
}
