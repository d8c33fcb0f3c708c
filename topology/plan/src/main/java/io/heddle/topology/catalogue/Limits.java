package io.heddle.topology.catalogue;

import io.heddle.model.device.Limit;

/** Limits as people write them. */
final class Limits {

    static final String EXPECTED = "a whole number of entries, unlimited or unknown";

    private Limits() {}

    static Limit parse(String text) {
        if (text.equals("unlimited")) {
            return Limit.UNLIMITED;
        }
        if (text.equals("unknown")) {
            return Limit.UNKNOWN;
        }
        if (text.isEmpty() || text.length() > 15 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("'" + text + "' is no limit; expected " + EXPECTED);
        }
        return Limit.of(Long.parseLong(text));
    }
}
