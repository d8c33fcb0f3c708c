package io.heddle.json;

/** A value that is missing or of the wrong form; the message says where, what was found and what was expected. */
public final class BadField extends Exception {

    private static final long serialVersionUID = 1;

    private final String path;
    private final String found;
    private final String expected;

    public BadField(String path, String found, String expected) {
        super(path + ": found " + found + ", expected " + expected);
        this.path = path;
        this.found = found;
        this.expected = expected;
    }

    /** Where, as {@code events[2].mac}. */
    public String path() {
        return path;
    }

    public String found() {
        return found;
    }

    public String expected() {
        return expected;
    }
}
