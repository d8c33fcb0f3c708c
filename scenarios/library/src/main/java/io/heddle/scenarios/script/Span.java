package io.heddle.scenarios.script;

import io.heddle.simulator.timeline.SimTime;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as people write them. */
final class Span {

    static final String FORM = "a time such as 300ms, 2.5s or 10min";

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,7}(?:\\.\\d{1,6})?)(us|ms|s|min)|0");
    private static final long MICRO = 1_000;
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000_000_000;
    private static final long MINUTE = 60 * SECOND;

    private Span() {}

    static SimTime parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no time; expected " + FORM);
        }
        if (matcher.group(1) == null) {
            return SimTime.ZERO;
        }
        long unit =
                switch (matcher.group(2)) {
                    case "us" -> MICRO;
                    case "ms" -> MILLI;
                    case "s" -> SECOND;
                    case "min" -> MINUTE;
                    default -> throw new IllegalStateException(text);
                };
        return new SimTime(new BigDecimal(matcher.group(1))
                .multiply(BigDecimal.valueOf(unit))
                .longValue());
    }
}
