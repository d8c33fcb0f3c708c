package io.heddle.model.fabric;

import java.util.regex.Pattern;

/** The name of a VRF. {@link #DEFAULT} is the global routing table. */
public record VrfName(String value) implements Comparable<VrfName> {

    private static final Pattern VALID = Pattern.compile("[A-Za-z][A-Za-z0-9._-]*");

    /** The global routing table, in which the underlay lives. */
    public static final VrfName DEFAULT = new VrfName("default");

    public VrfName {
        if (value.length() > 63 || !VALID.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'" + value
                            + "' is not a valid name; expected letters, digits, '.', '-' and '_', starting with a letter, at most 63");
        }
    }

    public static VrfName of(String value) {
        return new VrfName(value);
    }

    @Override
    public int compareTo(VrfName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
