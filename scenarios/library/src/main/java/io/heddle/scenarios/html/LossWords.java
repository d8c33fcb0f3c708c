package io.heddle.scenarios.html;

import io.heddle.topology.loss.Reading;

/** Kinds of parts as nouns. */
final class LossWords {

    private LossWords() {}

    static String kind(Reading reading) {
        return kind(reading, 2);
    }

    static String kind(Reading reading, int count) {
        return switch (reading) {
            case SWITCH -> count == 1 ? "switch" : "switches";
            case CARD -> count == 1 ? "network card" : "network cards";
            case NODE_PORT -> count == 1 ? "card port" : "card ports";
            case CABLE -> count == 1 ? "cable" : "cables";
            case SWITCH_PORT -> count == 1 ? "switch port" : "switch ports";
        };
    }
}
