package io.heddle.topology.check;

import java.util.List;

/**
 * Something to know about the fabric.
 *
 * @param subjects what it is about, at least one: {@code leaf1}, {@code leaf1:ethernet1/1/1}, {@code bond0 of node3}
 * @param found what is there
 * @param expected what should be there, or what to do about it
 */
public record Finding(Rule rule, Severity severity, List<String> subjects, String found, String expected) {

    private static final int NAMED = 4;

    public Finding {
        subjects = List.copyOf(subjects);
    }

    /** The reason in one sentence. */
    public String why() {
        return rule.why();
    }

    /** One line: severity, rule, the first subjects, found, expected, reason. */
    @Override
    public String toString() {
        String who = subjects.size() <= NAMED
                ? String.join(", ", subjects)
                : String.join(", ", subjects.subList(0, NAMED - 1)) + " and " + (subjects.size() - NAMED + 1) + " more";
        return severity + " [" + rule + "] " + who + ": found " + found + "; expected " + expected + " (" + rule.why()
                + ")";
    }
}
