package io.heddle.model.config;

/** A standard community (RFC 1997), {@code AS:value}. */
public record Community(int asn, int value) implements Comparable<Community> {

    public static final Community NO_EXPORT = new Community(0xFFFF, 0xFF01);
    public static final Community NO_ADVERTISE = new Community(0xFFFF, 0xFF02);
    /** RFC 8326. */
    public static final Community GRACEFUL_SHUTDOWN = new Community(0xFFFF, 0);

    public Community {
        if (asn >>> 16 != 0 || value >>> 16 != 0) {
            throw new IllegalArgumentException("community " + asn + ":" + value + " has a part over 16 bits");
        }
    }

    @Override
    public int compareTo(Community other) {
        return asn != other.asn ? Integer.compare(asn, other.asn) : Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return asn + ":" + value;
    }
}
