package io.heddle.topology.check;

/** How bad a finding is, worst first. */
public enum Severity {
    /** It cannot work as described. */
    ERROR("error"),
    /** It works until something else happens, or not everywhere. */
    WARNING("warning"),
    /** Good to know. */
    INFO("info");

    private final String text;

    Severity(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
