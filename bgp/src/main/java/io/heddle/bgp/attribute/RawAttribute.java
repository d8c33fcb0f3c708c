package io.heddle.bgp.attribute;

/**
 * An attribute carried without being understood here (RFC 4271 section 9): optional and transitive.
 *
 * @param flags as it is sent on: optional, transitive, and partial if some speaker on the way, we among them, does not know it
 */
public record RawAttribute(int flags, int type, Octets value) {

    public static final int OPTIONAL = 0x80;
    public static final int TRANSITIVE = 0x40;
    public static final int PARTIAL = 0x20;
}
