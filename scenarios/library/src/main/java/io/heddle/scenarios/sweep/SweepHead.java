package io.heddle.scenarios.sweep;

import java.util.List;

/**
 * What rows of a results file belong to. Rows of another head are not taken up; the points are no part of it, so a grid may grow.
 *
 * @param scenarios as they were named
 * @param digest of their text
 * @param settings the same for all points
 */
public record SweepHead(List<String> scenarios, String digest, List<String> settings) {

    public SweepHead {
        scenarios = List.copyOf(scenarios);
        settings = List.copyOf(settings);
    }

    /** Whose results they are, for a person; the digest's first digits tell versions of one file apart. */
    @Override
    public String toString() {
        return String.join(", ", scenarios) + " (" + digest.substring(0, Math.min(8, digest.length())) + ")"
                + (settings.isEmpty() ? "" : " with " + String.join(", ", settings));
    }
}
