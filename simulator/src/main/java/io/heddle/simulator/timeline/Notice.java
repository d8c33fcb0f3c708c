package io.heddle.simulator.timeline;

/** How devices learn of a failure. */
public enum Notice {
    /** The light goes out: both ends of a cable see their port fall. */
    CARRIER("carrier"),
    /** Ports stay up and frames are lost: only LACP, BFD or the hold timer notice. */
    SILENT("silent");

    private final String text;

    Notice(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
