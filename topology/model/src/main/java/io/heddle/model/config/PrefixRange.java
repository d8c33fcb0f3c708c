package io.heddle.model.config;

import io.heddle.model.net.Prefix;

/** A line of a prefix list: every prefix inside {@code within} whose length is in {@code from..to}. */
public record PrefixRange(Prefix within, int from, int to) {

    public PrefixRange {
        if (from < within.length() || from > to || to > within.family().bits()) {
            throw new IllegalArgumentException(
                    "prefix range " + within + " " + from + ".." + to + " is empty; lengths run from " + within.length()
                            + " to " + within.family().bits());
        }
    }

    /** Exactly this prefix. */
    public static PrefixRange exactly(Prefix prefix) {
        return new PrefixRange(prefix, prefix.length(), prefix.length());
    }

    /** This prefix and everything inside it. */
    public static PrefixRange orLonger(Prefix prefix) {
        return new PrefixRange(prefix, prefix.length(), prefix.family().bits());
    }

    public boolean matches(Prefix prefix) {
        return prefix.length() >= from && prefix.length() <= to && within.contains(prefix);
    }
}
