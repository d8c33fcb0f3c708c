package io.heddle.lab.diff;

/** The tables that are compared. */
public enum EntryTable {
    ROUTE("route"),
    NEIGHBOR("neighbour"),
    MAC("MAC"),
    FLOOD("flood list"),
    VTEP("remote VTEP");

    private final String text;

    EntryTable(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
