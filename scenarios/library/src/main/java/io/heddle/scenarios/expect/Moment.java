package io.heddle.scenarios.expect;

/** When a table is looked at. */
public enum Moment {
    AT_REST("at-rest"),
    /** In the single failure that fills it most, of those that were computed. */
    WORST_FAILURE("worst-failure");

    private final String text;

    Moment(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
