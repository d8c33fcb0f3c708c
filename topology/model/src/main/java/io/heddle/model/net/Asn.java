package io.heddle.model.net;

/** A four-octet autonomous system number (RFC 6793), written in asplain (RFC 5396). */
public record Asn(long value) implements Comparable<Asn> {

    /** RFC 6996: 1,023 two-octet private numbers. */
    public static final long FIRST_PRIVATE_16 = 64512;

    public static final long LAST_PRIVATE_16 = 65534;

    /** RFC 6996: 94,967,295 four-octet private numbers. */
    public static final long FIRST_PRIVATE_32 = 4_200_000_000L;

    public static final long LAST_PRIVATE_32 = 4_294_967_294L;

    public Asn {
        // RFC 7607: AS 0 is never valid; RFC 7300: neither are the last numbers of both ranges.
        if (value < 1 || value == 65535 || value > LAST_PRIVATE_32) {
            throw new IllegalArgumentException(
                    "AS number " + value + " is not usable; expected 1..4294967294 without 65535");
        }
    }

    /** Parses asplain. */
    public static Asn parse(String text) {
        if (text.isEmpty() || text.length() > 10 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("'" + text + "' is not an AS number; expected digits (asplain)");
        }
        return new Asn(Long.parseLong(text));
    }

    /** RFC 6996 section 5. */
    public boolean isPrivate() {
        return (value >= FIRST_PRIVATE_16 && value <= LAST_PRIVATE_16)
                || (value >= FIRST_PRIVATE_32 && value <= LAST_PRIVATE_32);
    }

    @Override
    public int compareTo(Asn other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
