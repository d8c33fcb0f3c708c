package io.heddle.scenarios.scenario;

/** Which single failures are computed besides the state at rest. */
public enum Failures {
    NONE("none"),
    /** One of each kind of switch and cable that are alike by construction; the report says how many of how many. */
    REPRESENTATIVE("representative"),
    /** Every switch and every cable. */
    ALL("all");

    private final String text;

    Failures(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
