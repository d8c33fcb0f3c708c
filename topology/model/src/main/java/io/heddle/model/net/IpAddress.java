package io.heddle.model.net;

import org.jspecify.annotations.Nullable;

/**
 * An IPv4 or IPv6 address. An IPv4 address sits in the low 32 bits of {@code low}, {@code high} is then zero.
 *
 * <p>Ordered by family (IPv4 first), then numerically.
 */
public record IpAddress(IpFamily family, long high, long low) implements Comparable<IpAddress> {

    public IpAddress {
        if (family == IpFamily.IPV4 && (high != 0 || low >>> 32 != 0)) {
            throw new IllegalArgumentException("not an IPv4 address: more than 32 bits");
        }
    }

    /** The IPv4 address with these 32 bits; the upper half of {@code bits} must be zero. */
    public static IpAddress v4(long bits) {
        return new IpAddress(IpFamily.IPV4, 0, bits);
    }

    /** The IPv6 address with these 128 bits. */
    public static IpAddress v6(long high, long low) {
        return new IpAddress(IpFamily.IPV6, high, low);
    }

    /** Parses dotted quads, or IPv6 in any form of RFC 4291 section 2.2 (without zone). */
    public static IpAddress parse(String text) {
        return text.indexOf(':') >= 0 ? IpText.parseV6(text) : IpText.parseV4(text);
    }

    public boolean isV4() {
        return family == IpFamily.IPV4;
    }

    /** This address moved by {@code offset}; wraps within the family never: overflow is an {@link IllegalArgumentException}. */
    public IpAddress plus(long offset) {
        if (offset < 0) {
            throw new IllegalArgumentException("offset " + offset + " is negative");
        }
        long sum = low + offset;
        if (isV4()) {
            if (sum >>> 32 != 0) {
                throw new IllegalArgumentException(this + " + " + offset + " leaves the IPv4 address space");
            }
            return v4(sum);
        }
        boolean carry = Long.compareUnsigned(sum, low) < 0;
        if (carry && high == -1L) {
            throw new IllegalArgumentException(this + " + " + offset + " leaves the IPv6 address space");
        }
        return v6(carry ? high + 1 : high, sum);
    }

    /** 169.254.0.0/16 or fe80::/10. */
    public boolean isLinkLocal() {
        return isV4() ? low >>> 16 == 0xA9FE : high >>> 54 == 0x3FA;
    }

    // By hand, as addresses are the keys of most tables: a record's own are slow until they are compiled, and theirs
    // puts the addresses of
    // blocks, which differ in a few middle bits alone, into few buckets.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IpAddress that && low == that.low && high == that.high && family == that.family;
    }

    @Override
    public int hashCode() {
        return (int) ((low + 31 * high) * 0x9E3779B97F4A7C15L >>> 32);
    }

    @Override
    public int compareTo(IpAddress other) {
        if (family != other.family) {
            return family.compareTo(other.family);
        }
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    /** Dotted quad, or the canonical IPv6 form of RFC 5952. */
    @Override
    public String toString() {
        return isV4() ? IpText.formatV4(low) : IpText.formatV6(high, low);
    }
}
