package io.heddle.model.net;

import org.jspecify.annotations.Nullable;

/**
 * An address block in CIDR form (RFC 4632); host bits are zero. Ordered by address, then by length, shorter first.
 */
public record Prefix(IpAddress address, int length) implements Comparable<Prefix> {

    public Prefix {
        int bits = address.family().bits();
        if (length < 0 || length > bits) {
            throw new IllegalArgumentException(
                    "prefix length " + length + " is outside 0.." + bits + " for " + address);
        }
        IpAddress masked = mask(address, length);
        if (!masked.equals(address)) {
            throw new IllegalArgumentException(
                    address + "/" + length + " has host bits set; did you mean " + masked + "/" + length + "?");
        }
    }

    /** The prefix of this length that covers {@code address}; host bits are cleared. */
    public static Prefix covering(IpAddress address, int length) {
        return new Prefix(mask(address, length), length);
    }

    /** A /32 or /128. */
    public static Prefix host(IpAddress address) {
        return new Prefix(address, address.family().bits());
    }

    /** Parses {@code address/length}. */
    public static Prefix parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("'" + text + "' has no prefix length; expected a form like 10.0.0.0/24");
        }
        String length = text.substring(slash + 1);
        if (length.isEmpty() || length.length() > 3 || !length.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("'" + text + "' has no valid prefix length after the '/'");
        }
        return new Prefix(IpAddress.parse(text.substring(0, slash)), Integer.parseInt(length));
    }

    public IpFamily family() {
        return address.family();
    }

    public boolean isHost() {
        return length == family().bits();
    }

    public boolean contains(IpAddress other) {
        return other.family() == family() && mask(other, length).equals(address);
    }

    /** True when {@code other} is this prefix or lies inside it. */
    public boolean contains(Prefix other) {
        return other.length >= length && contains(other.address);
    }

    public boolean overlaps(Prefix other) {
        return contains(other) || other.contains(this);
    }

    /** The number of addresses, saturated at {@link Long#MAX_VALUE}. */
    public long size() {
        int hostBits = family().bits() - length;
        return hostBits >= 63 ? Long.MAX_VALUE : 1L << hostBits;
    }

    /** The {@code index}-th block of {@code subLength} inside this prefix, counted from 0. */
    public Prefix subnet(int subLength, long index) {
        int steps = subLength - length;
        if (steps < 0 || subLength > family().bits() || index < 0 || (steps < 63 && index >= 1L << steps)) {
            throw new IllegalArgumentException(this + " has no /" + subLength + " number " + index);
        }
        int shift = family().bits() - subLength;
        if (shift >= 64) {
            return new Prefix(IpAddress.v6(address.high() + (index << shift - 64), address.low()), subLength);
        }
        if (!address.isV4()) {
            // The prefix has zeros where the index goes, so nothing carries.
            long high = shift == 0 ? address.high() : address.high() + (index >>> 64 - shift);
            return new Prefix(IpAddress.v6(high, address.low() + (index << shift)), subLength);
        }
        return new Prefix(address.plus(index << shift), subLength);
    }

    private static IpAddress mask(IpAddress address, int length) {
        if (address.isV4()) {
            return IpAddress.v4(length <= 0 ? 0 : address.low() & (-1L << 32 - Math.min(length, 32)) & 0xFFFF_FFFFL);
        }
        long high = length <= 0 ? 0 : length >= 64 ? address.high() : address.high() & -1L << 64 - length;
        long low = length <= 64 ? 0 : length >= 128 ? address.low() : address.low() & -1L << 128 - length;
        return IpAddress.v6(high, low);
    }

    // By hand, as in its address.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Prefix that && length == that.length && address.equals(that.address);
    }

    @Override
    public int hashCode() {
        return address.hashCode() + length;
    }

    @Override
    public int compareTo(Prefix other) {
        int byAddress = address.compareTo(other.address);
        return byAddress != 0 ? byAddress : Integer.compare(length, other.length);
    }

    @Override
    public String toString() {
        return address + "/" + length;
    }
}
