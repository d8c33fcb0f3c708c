package io.heddle.model.audit;

/** How a resource stands. The order is from good to bad. */
public enum Verdict {
    FITS("fits"),
    /** At 80 % of the limit or more. */
    NEAR("near"),
    /** There are entries, and no known limit to hold them against. */
    UNKNOWN("unknown"),
    OVERFLOWS("overflows");

    private final String text;

    Verdict(String text) {
        this.text = text;
    }

    public Verdict worse(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }

    @Override
    public String toString() {
        return text;
    }
}
