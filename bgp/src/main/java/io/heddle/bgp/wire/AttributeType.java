package io.heddle.bgp.wire;

/** Attribute type codes and the flags each must have (RFC 4271 section 4.3 and the RFCs named). */
final class AttributeType {

    static final int ORIGIN = 1;
    static final int AS_PATH = 2;
    static final int NEXT_HOP = 3;
    static final int MULTI_EXIT_DISC = 4;
    static final int LOCAL_PREF = 5;
    static final int ATOMIC_AGGREGATE = 6;
    static final int AGGREGATOR = 7;
    /** RFC 1997. */
    static final int COMMUNITIES = 8;
    /** RFC 4456, with the next. */
    static final int ORIGINATOR_ID = 9;

    static final int CLUSTER_LIST = 10;
    /** RFC 4760, with the next. */
    static final int MP_REACH_NLRI = 14;

    static final int MP_UNREACH_NLRI = 15;
    /** RFC 4360. */
    static final int EXTENDED_COMMUNITIES = 16;
    /** RFC 6793, with the next. */
    static final int AS4_PATH = 17;

    static final int AS4_AGGREGATOR = 18;
    /** RFC 5701. */
    static final int IPV6_EXTENDED_COMMUNITIES = 25;

    /** RFC 8092. */
    static final int LARGE_COMMUNITIES = 32;
    /** RFC 9234. */
    static final int ONLY_TO_CUSTOMER = 35;

    static final int OPTIONAL = 0x80;
    static final int TRANSITIVE = 0x40;
    static final int PARTIAL = 0x20;
    static final int EXTENDED_LENGTH = 0x10;

    /** Answer of {@link #flags} for a type that is not known here. */
    static final int UNKNOWN = -1;

    private AttributeType() {}

    /** The optional and transitive bits that a type must come with. */
    static int flags(int type) {
        return switch (type) {
            case ORIGIN, AS_PATH, NEXT_HOP, LOCAL_PREF, ATOMIC_AGGREGATE -> TRANSITIVE;
            case MULTI_EXIT_DISC, ORIGINATOR_ID, CLUSTER_LIST, MP_REACH_NLRI, MP_UNREACH_NLRI -> OPTIONAL;
            case AGGREGATOR,
                    COMMUNITIES,
                    EXTENDED_COMMUNITIES,
                    AS4_PATH,
                    AS4_AGGREGATOR,
                    LARGE_COMMUNITIES,
                    ONLY_TO_CUSTOMER -> OPTIONAL | TRANSITIVE;
            default -> UNKNOWN;
        };
    }

    /** RFC 7606 section 3 c. */
    static boolean flagsConflict(int type, int flags) {
        int right = flags(type);
        return right != UNKNOWN && (flags & (OPTIONAL | TRANSITIVE)) != right;
    }
}
