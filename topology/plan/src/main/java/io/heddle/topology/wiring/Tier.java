package io.heddle.topology.wiring;

import io.heddle.model.fabric.SwitchRole;

/** How high a device stands, from the node upwards. */
public enum Tier {
    NODE,
    LEAF,
    SPINE,
    SUPER_SPINE,
    /** A router beyond a border leaf. */
    EXTERNAL,
    /** Beside the fabric: no routing. */
    OUT_OF_BAND;

    public static Tier of(Wiring wiring, int device) {
        if (wiring.isNode(device)) {
            return NODE;
        }
        return wiring.isSwitch(device) ? of(wiring.switchAt(device).role()) : EXTERNAL;
    }

    private static Tier of(SwitchRole role) {
        return switch (role) {
            case LEAF, BORDER_LEAF -> LEAF;
            case SPINE -> SPINE;
            case SUPER_SPINE -> SUPER_SPINE;
            case OUT_OF_BAND -> OUT_OF_BAND;
        };
    }
}
