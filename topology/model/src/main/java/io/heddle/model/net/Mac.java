package io.heddle.model.net;

/** A 48-bit MAC address in the low bits of a long. */
public record Mac(long bits) implements Comparable<Mac> {

    public Mac {
        if (bits >>> 48 != 0) {
            throw new IllegalArgumentException("MAC address has more than 48 bits: " + Long.toHexString(bits));
        }
    }

    /** Parses six colon-separated pairs of hexadecimal digits. */
    public static Mac parse(String text) {
        if (text.length() != 17) {
            throw notAMac(text);
        }
        long bits = 0;
        for (int i = 0; i < 17; i++) {
            char c = text.charAt(i);
            if (i % 3 == 2) {
                if (c != ':') {
                    throw notAMac(text);
                }
            } else {
                int digit = c < 128 ? Character.digit(c, 16) : -1;
                if (digit < 0) {
                    throw notAMac(text);
                }
                bits = bits << 4 | digit;
            }
        }
        return new Mac(bits);
    }

    @Override
    public int compareTo(Mac other) {
        return Long.compare(bits, other.bits);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(17);
        for (int shift = 44; shift >= 0; shift -= 4) {
            text.append(Character.forDigit((int) (bits >>> shift & 15), 16));
            if (shift % 8 == 0 && shift > 0) {
                text.append(':');
            }
        }
        return text.toString();
    }

    private static IllegalArgumentException notAMac(String text) {
        return new IllegalArgumentException(
                "'" + text + "' is not a MAC address; expected a form like 02:00:00:00:00:01");
    }
}
