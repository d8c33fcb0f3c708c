package io.heddle.scenarios.sweep;

import io.heddle.topology.yaml.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A setting and the values it takes in turn.
 *
 * @param path such as {@code fabric.generate.racks}
 */
public record Axis(String path, List<String> values) {

    private static final Pattern RANGE = Pattern.compile("(\\d{1,7})\\.\\.(\\d{1,7})(?:/(\\d{1,7}))?");
    private static final int MOST = 10_000;

    public Axis {
        values = values.stream().distinct().toList();
    }

    /** Parses {@code path=2,4,8}, {@code path=2..10} or {@code path=10..100/10}, which is every tenth. */
    public static Axis parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1 || equals == text.length() - 1) {
            throw new IllegalArgumentException("'" + text
                    + "' varies nothing; expected a form like fabric.generate.racks=2,4,8 or pods.per-node=10..100/10");
        }
        String path = text.substring(0, equals);
        Setting.parse(path + "=0");
        List<String> values = new ArrayList<>();
        for (String each : text.substring(equals + 1).split(",", -1)) {
            Matcher range = RANGE.matcher(each.strip());
            if (range.matches()) {
                add(range, text, values);
            } else {
                values.add(each.strip());
            }
        }
        return new Axis(path, values);
    }

    private static void add(Matcher range, String text, List<String> values) {
        int from = Integer.parseInt(range.group(1));
        int to = Integer.parseInt(range.group(2));
        int step = range.group(3) == null ? 1 : Integer.parseInt(range.group(3));
        if (step == 0 || to < from || (to - from) / step >= MOST) {
            throw new IllegalArgumentException("'" + text + "' has no range of at most " + MOST
                    + " values upwards; expected a form like 10..100/10");
        }
        for (int value = from; value <= to; value += step) {
            values.add(Integer.toString(value));
        }
    }
}
