package io.heddle.topology.draw;

import io.heddle.model.fabric.SwitchRole;

/** Colours. Pale fills with dark outlines and text, so that the picture prints. */
enum Ink {
    SUPER_SPINE("#ece6f6", "#6a4c9c"),
    SPINE("#e1ecf8", "#2563a8"),
    LEAF("#dcf1ec", "#1f7a68"),
    BORDER_LEAF("#fdeed6", "#b06a10"),
    OUT_OF_BAND("#eceef0", "#6b7280"),
    NODE("#ffffff", "#64748b"),
    EXIT("#3f4754", "#3f4754"),
    RACK("#f6f8fa", "#d5dbe1"),
    GAP("#fbfcfd", "#b8c1cb");

    private final String fill;
    private final String line;

    Ink(String fill, String line) {
        this.fill = fill;
        this.line = line;
    }

    String fill() {
        return fill;
    }

    String line() {
        return line;
    }

    static Ink of(SwitchRole role) {
        return switch (role) {
            case LEAF -> LEAF;
            case BORDER_LEAF -> BORDER_LEAF;
            case SPINE -> SPINE;
            case SUPER_SPINE -> SUPER_SPINE;
            case OUT_OF_BAND -> OUT_OF_BAND;
        };
    }

    /** Blue with room, amber from 0.8, red beyond the limit: told apart by readers who do not see red and green as two. */
    static String heat(double share) {
        if (share > 1) {
            return "#b3261e";
        }
        return share < 0.8 ? "#2a6fb0" : "#b87400";
    }
}
