package io.heddle.model.config;

import java.util.regex.Pattern;

/** The name of a routing policy. */
public record PolicyName(String value) implements Comparable<PolicyName> {

    private static final Pattern VALID = Pattern.compile("[A-Za-z][A-Za-z0-9._-]*");

    public PolicyName {
        if (value.length() > 63 || !VALID.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'" + value
                            + "' is not a valid name; expected letters, digits, '.', '-' and '_', starting with a letter, at most 63");
        }
    }

    public static PolicyName of(String value) {
        return new PolicyName(value);
    }

    @Override
    public int compareTo(PolicyName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
