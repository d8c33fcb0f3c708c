package io.heddle.topology.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A list or mapping whose end has not come. */
final class OpenNode {

    final Place place;
    final @Nullable String anchor;

    /** Nodes counted before this one. */
    final long nodesBefore;

    private final boolean isMapping;
    private final List<Tree> items;
    private final Map<String, Tree.Entry> entries;
    private Tree.@Nullable Scalar key;
    /** The key was bad and is reported; its value is read and dropped. */
    private boolean keyIsBad;

    private boolean isComplete = true;

    OpenNode(Place place, @Nullable String anchor, boolean isMapping, long nodesBefore) {
        this.place = place;
        this.anchor = anchor;
        this.isMapping = isMapping;
        this.nodesBefore = nodesBefore;
        items = isMapping ? List.of() : new ArrayList<>();
        entries = isMapping ? new LinkedHashMap<>() : Map.of();
    }

    Tree close() {
        return isMapping
                ? new Tree.Mapping(place, Collections.unmodifiableMap(entries), isComplete)
                : new Tree.Sequence(place, Collections.unmodifiableList(items));
    }

    /** Takes the next item, key or value. */
    void take(Tree tree, Problems problems) {
        if (!isMapping) {
            items.add(tree);
        } else if (keyIsBad) {
            keyIsBad = false;
        } else if (key == null) {
            takeKey(tree, problems);
        } else {
            entries.put(key.text(), new Tree.Entry(key, tree));
            key = null;
        }
    }

    private void takeKey(Tree tree, Problems problems) {
        boolean wasComplete = isComplete;
        keyIsBad = true;
        isComplete = false;
        switch (tree) {
            case Tree.Mapping _ -> notAWord("a mapping", tree.place(), problems);
            case Tree.Sequence _ -> notAWord("a list", tree.place(), problems);
            case Tree.Scalar scalar -> {
                Tree.Entry before = entries.get(scalar.text());
                if (scalar.plain() && scalar.text().equals("<<")) {
                    problems.add(
                            scalar.place(),
                            "",
                            "the merge key <<",
                            "keys written out",
                            "an alias may stand for a value");
                } else if (before != null) {
                    problems.add(
                            scalar.place(),
                            "",
                            "key '" + scalar.text() + "' twice",
                            "each key once; the first is in line "
                                    + before.key().place().line());
                } else {
                    key = scalar;
                    keyIsBad = false;
                    isComplete = wasComplete;
                }
            }
        }
    }

    private static void notAWord(String found, Place place, Problems problems) {
        problems.add(place, "", found + " as a key", "a word", "put text that starts with { or [ in quotes");
    }
}
