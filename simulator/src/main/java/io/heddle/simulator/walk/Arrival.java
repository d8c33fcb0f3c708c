package io.heddle.simulator.walk;

/** How a packet ends, from best to worst. */
public enum Arrival {
    /** At its destination, or at an external router. */
    ARRIVES("arrives"),
    /** A device on the way has no route. */
    NO_ROUTE("no-route"),
    /** A device on the way attracts it and drops it. */
    BLACK_HOLE("black-hole"),
    LOOP("loop");

    private final String text;

    Arrival(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
