package io.heddle.scenarios.expect;

/** What becomes of a packet to an address, over all equal paths together. */
public enum Arrival {
    /** Every path ends on the network or node that has the address, or outside. */
    ARRIVES("arrives"),
    /** Some path ends in a discard route, or at a device that no longer has the address. */
    BLACK_HOLE("black-hole"),
    /** Some switch has no route. */
    NO_ROUTE("no-route"),
    /** Some path comes back to a switch it has been on. */
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
