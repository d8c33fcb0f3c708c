package io.heddle.model.fabric;

import java.util.regex.Pattern;

/** The name of a network: one VLAN, its subnets and, in an overlay, its VNI. */
public record NetworkName(String value) implements Comparable<NetworkName> {

    private static final Pattern VALID = Pattern.compile("[A-Za-z][A-Za-z0-9._-]*");

    public NetworkName {
        if (value.length() > 63 || !VALID.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'" + value
                            + "' is not a valid name; expected letters, digits, '.', '-' and '_', starting with a letter, at most 63");
        }
    }

    public static NetworkName of(String value) {
        return new NetworkName(value);
    }

    @Override
    public int compareTo(NetworkName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
