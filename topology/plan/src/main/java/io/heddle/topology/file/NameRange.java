package io.heddle.topology.file;

import java.util.ArrayList;
import java.util.List;

/**
 * Names in short: {@code node-(1-3)} stands for {@code node-1}, {@code node-2}, {@code node-3}; {@code node-(08-10)} keeps the width. One
 * range a name. Parentheses occur in no name and mean nothing to YAML.
 */
final class NameRange {

    private NameRange() {}

    /** The names in order; just {@code text} if it holds no parenthesis. */
    static List<String> expand(String text) {
        int open = text.indexOf('(');
        int close = text.indexOf(')');
        if (open < 0 && close < 0) {
            return List.of(text);
        }
        int dash = text.indexOf('-', Math.max(open, 0));
        if (open < 0
                || dash < open
                || close < dash
                || text.lastIndexOf('(') != open
                || text.lastIndexOf(')') != close) {
            throw new IllegalArgumentException("'" + text + "' is no range; expected one range such as node-(1-40)");
        }
        String first = text.substring(open + 1, dash);
        String last = text.substring(dash + 1, close);
        if (!isNumber(first) || !isNumber(last)) {
            throw new IllegalArgumentException("'" + text + "' is no range; expected numbers such as in node-(1-40)");
        }
        int from = Integer.parseInt(first);
        int to = Integer.parseInt(last);
        if (to < from || to - from >= Sizes.RANGE) {
            throw new IllegalArgumentException("'" + text
                    + "' is no range; expected the smaller number first, and at most " + Sizes.RANGE + " names");
        }
        int width = first.startsWith("0") ? first.length() : 1;
        List<String> names = new ArrayList<>(to - from + 1);
        for (int i = from; i <= to; i++) {
            String digits = Integer.toString(i);
            String zeros = "0".repeat(Math.max(0, width - digits.length()));
            names.add(text.substring(0, open) + zeros + digits + text.substring(close + 1));
        }
        return names;
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
