package io.heddle.topology.draw;

import io.heddle.model.fabric.SwitchRole;
import java.util.Locale;

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

    /** Green to amber to red as a share goes from 0 over 0.7 to 1. */
    static String heat(double share) {
        double x = Math.clamp(share, 0, 1);
        double hue = x < 0.7 ? 140 - x / 0.7 * 100 : 40 - (x - 0.7) / 0.3 * 40;
        return String.format(Locale.ROOT, "hsl(%.0f,70%%,42%%)", hue);
    }
}
