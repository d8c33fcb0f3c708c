package io.heddle.model.fabric;

/** The name of a switch, node or external router, unique in its fabric. Maps one to one to an ONOS device id. */
public record DeviceName(String value) implements Comparable<DeviceName> {

    public DeviceName {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "'" + value
                            + "' is not a valid name; expected letters, digits, '.', '-' and '_', starting with a letter or digit, at most 63");
        }
    }

    /** By hand: a fabric has tens of thousands of names, and a pattern costs ten times as much. */
    private static boolean isValid(String value) {
        boolean valid = !value.isEmpty() && value.length() <= 63 && isLetterOrDigit(value.charAt(0));
        for (int i = 1; valid && i < value.length(); i++) {
            char c = value.charAt(i);
            valid = isLetterOrDigit(c) || c == '.' || c == '_' || c == '-';
        }
        return valid;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
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
