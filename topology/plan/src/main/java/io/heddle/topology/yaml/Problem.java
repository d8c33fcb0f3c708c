package io.heddle.topology.yaml;

import java.util.Optional;

/**
 * One mistake in a file.
 *
 * @param line from 1
 * @param column from 1
 * @param path the way to the value, such as {@code nodes[3].cards[0].speed}; empty at the top or where there is no tree yet
 * @param found what stands there
 * @param expected what would be right
 * @param hint what to do, or a likely meaning
 */
public record Problem(
        String file, int line, int column, String path, String found, String expected, Optional<String> hint) {

    public Problem(Place place, String path, String found, String expected, Optional<String> hint) {
        this(place.file(), place.line(), place.column(), path, found, expected, hint);
    }

    public Place place() {
        return new Place(file, line, column);
    }

    /** {@code fabric.yaml:12:7: nodes[3].cards[0].speed: found '25gig', expected a speed such as 25G (hint)}. */
    @Override
    public String toString() {
        return place() + ": " + (path.isEmpty() ? "" : path + ": ") + "found " + found + ", expected " + expected
                + hint.map(text -> " (" + text + ")").orElse("");
    }
}
