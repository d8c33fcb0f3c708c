package io.heddle.topology.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lays one value over a tree. The tree is not changed: what is on the way is copied, the rest shared. */
final class Overlay {

    private final List<Setting.Step> steps;
    private final Problems problems;
    private final Place place;

    private Overlay(List<Setting.Step> steps, Place place, Problems problems) {
        this.steps = steps;
        this.problems = problems;
        this.place = place;
    }

    /** The new tree, or the old one and a problem. */
    static Tree apply(Tree tree, Setting setting, Problems problems) {
        Place place = Place.startOf(setting.source());
        String value = setting.value();
        Optional<Tree> read = value.isBlank()
                ? Optional.of(new Tree.Scalar(place, "", true))
                : SourceText.check(setting.source(), value, problems)
                        .flatMap(text -> TreeBuilder.build(setting.source(), text, problems));
        return read.map(each -> apply(tree, setting.steps(), each, place, problems))
                .orElse(tree);
    }

    /** The new tree, or the old one and a problem; {@code place} is where somebody asked for it. */
    static Tree apply(Tree tree, List<Setting.Step> steps, Tree value, Place place, Problems problems) {
        return new Overlay(steps, place, problems).put(tree, 0, value).orElse(tree);
    }

    private Optional<Tree> put(@Nullable Tree tree, int depth, Tree value) {
        if (depth == steps.size()) {
            return Optional.of(value);
        }
        return switch (steps.get(depth)) {
            case Setting.Step.Key key -> putKey(tree, key.name(), depth, value);
            case Setting.Step.Index index -> putIndex(tree, index.position(), depth, value);
        };
    }

    private Optional<Tree> putKey(@Nullable Tree tree, String name, int depth, Tree value) {
        Map<String, Tree.Entry> entries = new LinkedHashMap<>();
        if (tree instanceof Tree.Mapping mapping) {
            entries.putAll(mapping.entries());
        } else if (tree != null && !(tree instanceof Tree.Scalar scalar && scalar.isNothing())) {
            return refuse(tree, depth, "a mapping with a key '" + name + "'");
        }
        boolean isComplete = !(tree instanceof Tree.Mapping mapping) || mapping.isComplete();
        Tree.Entry before = entries.get(name);
        Tree.Scalar key = before == null ? new Tree.Scalar(place, name, true) : before.key();
        return put(before == null ? null : before.value(), depth + 1, value).map(changed -> {
            entries.put(name, new Tree.Entry(key, changed));
            Place at = tree == null ? place : tree.place();
            return new Tree.Mapping(at, Collections.unmodifiableMap(entries), isComplete);
        });
    }

    private Optional<Tree> putIndex(@Nullable Tree tree, int position, int depth, Tree value) {
        if (!(tree instanceof Tree.Sequence list)) {
            return refuse(tree, depth, "a list");
        }
        if (position >= list.items().size()) {
            return refuse(tree, depth, "a position below that, from 0");
        }
        return put(list.items().get(position), depth + 1, value).map(changed -> {
            List<Tree> items = new ArrayList<>(list.items());
            items.set(position, changed);
            return new Tree.Sequence(list.place(), Collections.unmodifiableList(items));
        });
    }

    private Optional<Tree> refuse(@Nullable Tree found, int depth, String expected) {
        problems.add(place, pathTo(depth), YamlNode.describe(found), expected);
        return Optional.empty();
    }

    private String pathTo(int depth) {
        StringBuilder path = new StringBuilder();
        for (Setting.Step each : steps.subList(0, depth)) {
            switch (each) {
                case Setting.Step.Key key ->
                    path.append(path.isEmpty() ? "" : ".").append(key.name());
                case Setting.Step.Index index ->
                    path.append('[').append(index.position()).append(']');
            }
        }
        return path.toString();
    }
}
