package io.heddle.scenarios.wording;

import io.heddle.model.device.Limit;

/** Numbers as people read them. Written by hand: a formatter costs 20 ms of a cold start. */
public final class Numbers {

    private Numbers() {}

    /** With thousands separators: {@code 16,000}. */
    public static String of(long value) {
        String digits = Long.toString(value);
        StringBuilder text = new StringBuilder(digits);
        int first = value < 0 ? 1 : 0;
        for (int at = digits.length() - 3; at > first; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }

    /** {@code 1 route}, {@code 16,000 routes}; for words whose plural ends in s. */
    public static String counted(long number, String singular) {
        return of(number) + " " + singular + (number == 1 ? "" : "s");
    }

    /** {@code of 8,192}, {@code without limit}, {@code of an unknown limit}. */
    public static String of(Limit limit) {
        return switch (limit) {
            case Limit.Entries entries -> "of " + of(entries.count());
            case Limit.Unlimited _ -> "without limit";
            case Limit.Unknown _ -> "of an unknown limit";
        };
    }

    /** {@code 12.5 %}; rounded away from 0 and 100, so that one entry too many is not shown as exactly full. */
    public static String percent(double share) {
        long tenths = Math.round(share * 1000);
        if (share > 1 && tenths <= 1000) {
            tenths = 1001;
        } else if (share < 1 && tenths >= 1000) {
            tenths = 999;
        } else if (share > 0 && tenths == 0) {
            tenths = 1;
        }
        return of(tenths / 10) + (tenths == 1000 || tenths >= 10_000 ? "" : "." + tenths % 10) + " %";
    }
}
