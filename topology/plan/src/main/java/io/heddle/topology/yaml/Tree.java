package io.heddle.topology.yaml;

import java.util.List;
import java.util.Map;

/** A document as an immutable tree with places. Aliased parts are shared. */
sealed interface Tree {

    Place place();

    /** A scalar; {@code plain} when written without quotes, so that {@code 12} is a number and {@code "12"} is not. */
    record Scalar(Place place, String text, boolean plain) implements Tree {

        /** Nothing after the colon, {@code ~} or {@code null}. */
        boolean isNothing() {
            return plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }
    }

    /** A list. */
    record Sequence(Place place, List<Tree> items) implements Tree {}

    /** A mapping in the order written; not complete if an entry was refused, whose key then is not missing. */
    record Mapping(Place place, Map<String, Entry> entries, boolean isComplete) implements Tree {}

    /** A key, which has a place of its own, and its value. */
    record Entry(Scalar key, Tree value) {}
}
