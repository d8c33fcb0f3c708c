package io.heddle.topology.yaml;

import java.util.OptionalInt;

/** Whole numbers as people write them. */
final class Numbers {

    private Numbers() {}

    /** Decimal digits with an optional sign, without the octal, binary and sexagesimal forms of YAML 1.1. */
    static OptionalInt parse(String text, int min, int max) {
        int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        boolean digits = text.length() > start
                && text.length() - start <= 10
                && text.chars().skip(start).allMatch(c -> c >= '0' && c <= '9');
        if (!digits || text.length() - start > 1 && text.charAt(start) == '0') {
            return OptionalInt.empty();
        }
        long value = Long.parseLong(text);
        return value < min || value > max ? OptionalInt.empty() : OptionalInt.of((int) value);
    }
}
