package io.heddle.topology.draw;

/** Kinds of lines. */
enum Cord {
    FABRIC("#8ea6bf", "cable between switches", ""),
    PEER("#1f7a68", "peer link", ""),
    NODE("#93b8ae", "cable to a node", ""),
    EXIT("#b06a10", "cable to an external router", ""),
    OUT_OF_BAND("#a3abb5", "management cable", "4 3"),
    HIDDEN("#c5d0dc", "to switches not shown", "2 4");

    private final String colour;
    private final String meaning;
    private final String dashes;

    Cord(String colour, String meaning, String dashes) {
        this.colour = colour;
        this.meaning = meaning;
        this.dashes = dashes;
    }

    String colour() {
        return colour;
    }

    String meaning() {
        return meaning;
    }

    /** SVG's dash pattern; empty for a solid line. */
    String dashes() {
        return dashes;
    }
}
