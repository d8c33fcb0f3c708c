package io.heddle.scenarios.text;

import io.heddle.topology.check.Finding;
import java.util.List;

/** A finding as a sentence, without its severity. */
final class FindingText {

    private static final int NAMED = 4;

    private FindingText() {}

    static String of(Finding finding) {
        return finding.rule() + ": " + some(finding.subjects()) + ": found " + finding.found() + "; expected "
                + finding.expected() + ". Why: " + finding.why() + ".";
    }

    private static String some(List<String> names) {
        return names.size() <= NAMED
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, NAMED - 1)) + " and " + (names.size() - NAMED + 1) + " more";
    }
}
