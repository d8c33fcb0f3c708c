package io.heddle.simulator.timeline;

/** What a controller is cut off from. */
public enum Beyond {
    /** Its sessions with switches fall silent; agents and the store still reach it. */
    SWITCHES("switches"),
    /** It can neither read nor write, and its lease runs out; switches and agents still reach it. */
    STORE("store");

    private final String text;

    Beyond(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
