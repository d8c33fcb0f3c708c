package io.heddle.scenarios.text;

/** Colours, or none. */
public enum Style {
    PLAIN,
    /** ANSI escape sequences (ECMA-48 section 8.3.117). */
    COLOUR;

    private static final String BOLD = "1";
    private static final String RED = "31";
    private static final String GREEN = "32";
    private static final String YELLOW = "33";

    String bold(String text) {
        return in(BOLD, text);
    }

    String good(String text) {
        return in(GREEN, text);
    }

    String bad(String text) {
        return in(BOLD + ";" + RED, text);
    }

    String doubtful(String text) {
        return in(YELLOW, text);
    }

    private String in(String code, String text) {
        return this == PLAIN ? text : "\u001B[" + code + "m" + text + "\u001B[0m";
    }
}
