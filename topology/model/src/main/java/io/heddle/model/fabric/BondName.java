package io.heddle.model.fabric;

import java.util.regex.Pattern;

/** The name of a link aggregation group on its device, such as {@code bond0}. */
public record BondName(String value) implements Comparable<BondName> {

    private static final Pattern VALID = Pattern.compile("[A-Za-z][A-Za-z0-9._-]*");

    public BondName {
        if (value.length() > 63 || !VALID.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'" + value
                            + "' is not a valid name; expected letters, digits, '.', '-' and '_', starting with a letter, at most 63");
        }
    }

    public static BondName of(String value) {
        return new BondName(value);
    }

    @Override
    public int compareTo(BondName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
