package io.heddle.controller.onos.pipeline;

/** How group numbers are shared out. The upper four bits say what a group is for. */
public final class GroupIds {

    /** Flood groups: VLAN and, in the lowest bits, which frames it is for. */
    static final int FLOOD = 0x1000_0000;

    static final int VARIANT_BITS = 12;

    /** Select groups, numbered by their content. */
    static final int BY_CONTENT = 0x2000_0000;

    static final int CONTENT_MASK = 0x0FFF_FFFF;

    private GroupIds() {}

    /** Whether Heddle gives out this number; groups with others are left alone. */
    public static boolean isOurs(int id) {
        int use = id & ~CONTENT_MASK;
        return use == FLOOD || use == BY_CONTENT;
    }
}
