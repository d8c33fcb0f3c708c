package io.heddle.model.fabric;

import java.util.regex.Pattern;

/** The name of a rack. */
public record RackName(String value) implements Comparable<RackName> {

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    public RackName {
        if (value.length() > 63 || !VALID.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'" + value
                            + "' is not a valid name; expected letters, digits, '.', '-' and '_', starting with a letter or digit, at most 63");
        }
    }

    public static RackName of(String value) {
        return new RackName(value);
    }

    @Override
    public int compareTo(RackName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
