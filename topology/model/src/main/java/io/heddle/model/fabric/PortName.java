package io.heddle.model.fabric;

import java.util.regex.Pattern;

/** The name of a port, unique on its device: what the operating system calls it, such as {@code ethernet1/1/1}. */
public record PortName(String value) implements Comparable<PortName> {

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/:-]*");

    public PortName {
        if (value.length() > 63 || !VALID.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'" + value
                            + "' is not a valid name; expected letters, digits, '.', '/', '-', '_' and ':', starting with a letter or digit, at most 63");
        }
    }

    public static PortName of(String value) {
        return new PortName(value);
    }

    @Override
    public int compareTo(PortName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
