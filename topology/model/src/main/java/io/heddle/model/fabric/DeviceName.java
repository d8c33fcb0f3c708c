package io.heddle.model.fabric;

import java.util.regex.Pattern;

/** The name of a switch, node or external router, unique in its fabric. Maps one to one to an ONOS device id. */
public record DeviceName(String value) implements Comparable<DeviceName> {

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    public DeviceName {
        if (value.length() > 63 || !VALID.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'" + value
                            + "' is not a valid name; expected letters, digits, '.', '-' and '_', starting with a letter or digit, at most 63");
        }
    }

    public static DeviceName of(String value) {
        return new DeviceName(value);
    }

    @Override
    public int compareTo(DeviceName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
