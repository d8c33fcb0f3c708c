package io.heddle.topology.design;

/** Who announces routed pods. Exactly one does. */
public enum Announcer {
    /** The node's own BGP speaker. */
    NODE("node"),
    /** The leaf, by static routes to the blocks of its nodes. */
    LEAF("leaf"),
    /** The controller, at run time: the plan holds no pod routes then and says so. */
    CONTROLLER("controller");

    private final String text;

    Announcer(String text) {
        this.text = text;
    }

    /** The word used in files. */
    @Override
    public String toString() {
        return text;
    }
}
