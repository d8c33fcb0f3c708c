package io.heddle.topology.loss;

/** The kinds of parts, and with the two middle ones the two ways to read "network interface card". */
public enum Reading {
    SWITCH("a network switch"),
    /** The unit that fails together: a dual-port card takes both ports along. */
    CARD("a network interface card, read as card"),
    NODE_PORT("a network interface card, read as port"),
    CABLE("a cable"),
    SWITCH_PORT("a switch port");

    private final String text;

    Reading(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
