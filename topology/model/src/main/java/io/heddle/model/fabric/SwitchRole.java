package io.heddle.model.fabric;

import java.util.OptionalInt;

/** What a switch is for. The order is that of the tiers, from the node upwards. */
public enum SwitchRole {
    LEAF("leaf"),
    BORDER_LEAF("border-leaf"),
    SPINE("spine"),
    SUPER_SPINE("super-spine"),
    /** Provisioning and management (iDRAC, PXE); no pod traffic. */
    OUT_OF_BAND("out-of-band");

    private final String text;

    SwitchRole(String text) {
        this.text = text;
    }

    /** Leaf or border leaf: nodes or exits attach here, and VTEPs live here. */
    public boolean isLeaf() {
        return this == LEAF || this == BORDER_LEAF;
    }

    /** Leafs are 0, spines 1, super-spines 2; an out-of-band switch stands in no tier. */
    public OptionalInt tier() {
        return switch (this) {
            case LEAF, BORDER_LEAF -> OptionalInt.of(0);
            case SPINE -> OptionalInt.of(1);
            case SUPER_SPINE -> OptionalInt.of(2);
            case OUT_OF_BAND -> OptionalInt.empty();
        };
    }

    /** The kebab-case form used in files. */
    @Override
    public String toString() {
        return text;
    }
}
