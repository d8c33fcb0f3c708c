package io.heddle.simulator.event;

/** Paces to choose from, each with where its times come from. */
public enum NamedPace {
    ASSUMED(
            "assumed",
            "assumed and fitted to no router, so interruptions are orders of magnitude; pace: frr has those of FRR"),
    FRR(
            "frr",
            "those of FRR 8.4 on Linux, held against outages measured in a lab; what a switch's chip takes longer is not in them");

    private final String text;
    private final String origin;

    NamedPace(String text, String origin) {
        this.text = text;
        this.origin = origin;
    }

    public Settings.Pace pace() {
        return switch (this) {
            case ASSUMED -> Settings.Pace.DEFAULT;
            case FRR -> Settings.Pace.FRR;
        };
    }

    /** What the times are, for a reader of a report; no full stop. */
    public String origin() {
        return origin;
    }

    @Override
    public String toString() {
        return text;
    }
}
