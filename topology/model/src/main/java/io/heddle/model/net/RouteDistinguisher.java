package io.heddle.model.net;

/**
 * A route distinguisher (RFC 4364 section 4.2): eight octets, the upper two say how the rest is read. It only keeps routes apart, so a
 * type nobody knows is as good as the others. Ordered as an unsigned number.
 */
public record RouteDistinguisher(long bits) implements Comparable<RouteDistinguisher> {

    private static final int TWO_OCTET_AS = 0;
    private static final int IPV4 = 1;
    private static final int FOUR_OCTET_AS = 2;

    /** Type 1, {@code address:number}: what RFC 7432 section 7.9 asks for, the address being the router's id. */
    public static RouteDistinguisher of(IpAddress address, int number) {
        if (!address.isV4() || number >>> 16 != 0) {
            throw new IllegalArgumentException(
                    "route distinguisher " + address + ":" + number + " needs an IPv4 address and 0..65535");
        }
        return new RouteDistinguisher((long) IPV4 << 48 | address.low() << 16 | number);
    }

    /** {@code AS:number}: type 0 where the AS fits 16 bits, else type 2, which leaves 16 bits for the number. */
    public static RouteDistinguisher of(Asn asn, long number) {
        boolean small = asn.value() <= 0xFFFF;
        if (number < 0 || number > (small ? 0xFFFF_FFFFL : 0xFFFF)) {
            throw new IllegalArgumentException("route distinguisher " + asn + ":" + number + " has a number too large");
        }
        return new RouteDistinguisher(
                small ? asn.value() << 32 | number : (long) FOUR_OCTET_AS << 48 | asn.value() << 16 | number);
    }

    /** Parses {@code address:number} or {@code AS:number}, as {@link #toString} writes them. */
    public static RouteDistinguisher parse(String text) {
        int colon = text.lastIndexOf(':');
        String number = text.substring(colon + 1);
        if (colon < 1
                || number.isEmpty()
                || number.length() > 10
                || !number.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a route distinguisher; expected a form like 10.0.0.1:100 or 65001:100");
        }
        String administrator = text.substring(0, colon);
        long value = Long.parseLong(number);
        if (administrator.indexOf('.') < 0) {
            return of(Asn.parse(administrator), value);
        }
        return of(IpAddress.parse(administrator), value > 0xFFFF ? -1 : (int) value);
    }

    /** The type field, 0 to 65535. */
    public int type() {
        return (int) (bits >>> 48);
    }

    @Override
    public int compareTo(RouteDistinguisher other) {
        return Long.compareUnsigned(bits, other.bits);
    }

    /** {@code 65001:100}, {@code 10.0.0.1:100}, or for unknown types sixteen hexadecimal digits. */
    @Override
    public String toString() {
        return switch (type()) {
            case TWO_OCTET_AS -> (bits >>> 32 & 0xFFFF) + ":" + (bits & 0xFFFF_FFFFL);
            case IPV4 -> IpAddress.v4(bits >>> 16 & 0xFFFF_FFFFL) + ":" + (bits & 0xFFFF);
            case FOUR_OCTET_AS -> (bits >>> 16 & 0xFFFF_FFFFL) + ":" + (bits & 0xFFFF);
            default -> "%016x".formatted(bits);
        };
    }
}
