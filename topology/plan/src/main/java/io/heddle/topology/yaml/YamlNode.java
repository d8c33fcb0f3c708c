package io.heddle.topology.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A cursor on one value of a document, or on nothing where a key is absent.
 *
 * <p>Each accessor states what the reader wants. If the value is that, it is returned; if not, a problem is recorded and the default
 * returned. On nothing, the default is returned and nothing recorded: an absent required key was reported by {@link #mapping}.
 * Reading goes on after problems, so that a file's mistakes come together; ask {@link Problems#isEmpty} at the end.
 */
public final class YamlNode {

    private static final int QUOTED = 60;

    private final @Nullable Tree tree;
    private final Place place;
    private final @Nullable YamlNode parent;
    private final String step;
    private final Problems problems;

    private YamlNode(@Nullable Tree tree, Place place, @Nullable YamlNode parent, String step, Problems problems) {
        this.tree = tree;
        this.place = place;
        this.parent = parent;
        this.step = step;
        this.problems = problems;
    }

    static YamlNode root(@Nullable Tree tree, Place start, Problems problems) {
        return new YamlNode(tree, tree == null ? start : tree.place(), null, "", problems);
    }

    // where

    /** Where the value begins; for nothing, where the mapping begins that lacks it. */
    public Place place() {
        return place;
    }

    /** The way here, such as {@code nodes[3].cards[0].speed}; empty at the top. */
    public String path() {
        if (parent == null) {
            return "";
        }
        String before = parent.path();
        return step.startsWith("[") || before.isEmpty() ? before + step : before + "." + step;
    }

    // what

    /** False on nothing. A key with nothing after the colon is present. */
    public boolean isPresent() {
        return tree != null;
    }

    public boolean isMapping() {
        return tree instanceof Tree.Mapping;
    }

    public boolean isList() {
        return tree instanceof Tree.Sequence;
    }

    /** A scalar other than nothing. */
    public boolean isScalar() {
        return tree instanceof Tree.Scalar scalar && !scalar.isNothing();
    }

    /** The value in words for "found": {@code '25gig'}, {@code a list}, {@code nothing}. */
    public String describe() {
        return describe(tree);
    }

    static String describe(@Nullable Tree tree) {
        return switch (tree) {
            case null -> "nothing";
            case Tree.Mapping _ -> "a mapping";
            case Tree.Sequence list -> "a list of " + list.items().size();
            case Tree.Scalar scalar -> scalar.isNothing() ? "nothing" : "'" + shortened(scalar.text()) + "'";
        };
    }

    private static String shortened(String text) {
        String line = text.replace("\n", "\\n");
        return line.length() <= QUOTED ? line : line.substring(0, QUOTED) + "...";
    }

    // structure

    /**
     * A mapping with these keys. Unknown keys are reported now, with the nearest known, and so are missing ones, unless an unknown key is
     * taken for a misspelling of them.
     */
    public YamlMapping mapping(Keys keys) {
        if (tree instanceof Tree.Mapping mapping) {
            Set<String> misspelled = new HashSet<>();
            for (Tree.Entry each : mapping.entries().values()) {
                if (!keys.all().contains(each.key().text())) {
                    unknown(each.key(), keys).ifPresent(misspelled::add);
                }
            }
            for (String each : mapping.isComplete() ? keys.required() : Set.<String>of()) {
                if (!mapping.entries().containsKey(each) && !misspelled.contains(each)) {
                    problems.add(place, path(), "no key '" + each + "'", "one; the mapping has the keys " + keys);
                }
            }
        } else if (tree != null) {
            wrong(describe(), "a mapping with the keys " + keys);
        }
        return new YamlMapping(this, keys);
    }

    /** The key that was probably meant. */
    private Optional<String> unknown(Tree.Scalar key, Keys keys) {
        Optional<String> nearest = problems.isFull() ? Optional.empty() : Nearest.to(key.text(), keys.all());
        problems.add(new Problem(
                key.place(),
                path(),
                "unknown key '" + shortened(key.text()) + "'",
                "one of " + keys,
                nearest.map(Problems::didYouMean)));
        return nearest;
    }

    YamlNode child(String key) {
        Tree.Entry entry =
                tree instanceof Tree.Mapping mapping ? mapping.entries().get(key) : null;
        return entry == null
                ? nothing(key)
                : new YamlNode(entry.value(), entry.value().place(), this, key, problems);
    }

    YamlNode nothing(String key) {
        return new YamlNode(null, place, this, key, problems);
    }

    /** A key's value without a look at the other keys: for a format's name, or to tell which of several mappings this is. */
    public YamlNode peek(String key) {
        return child(key);
    }

    /**
     * A cursor on this value with others laid over it: first {@code changes}, whose keys are paths such as {@code generate.racks}, then
     * {@code settings}. The value itself is not changed. What has no place in it is a problem.
     */
    public YamlNode with(List<YamlEntry> changes, List<Setting> settings) {
        if (tree == null) {
            return this;
        }
        Tree changed = tree;
        for (YamlEntry each : changes) {
            Tree value = each.value().tree;
            Optional<List<Setting.Step>> steps = each.key().parse("a path such as generate.racks", Setting::path);
            if (steps.isPresent() && value != null) {
                changed = Overlay.apply(changed, steps.get(), value, each.key().place(), problems);
            }
        }
        for (Setting each : settings) {
            changed = Overlay.apply(changed, each, problems);
        }
        return new YamlNode(changed, place, parent, step, problems);
    }

    /** The entries of a mapping whose keys the person chooses, in the order written. */
    public List<YamlEntry> entries() {
        if (!(tree instanceof Tree.Mapping mapping)) {
            if (tree != null) {
                wrong(describe(), "a mapping");
            }
            return List.of();
        }
        List<YamlEntry> entries = new ArrayList<>();
        for (Map.Entry<String, Tree.Entry> each : mapping.entries().entrySet()) {
            Tree.Scalar key = each.getValue().key();
            entries.add(
                    new YamlEntry(new YamlNode(key, key.place(), this, each.getKey(), problems), child(each.getKey())));
        }
        return entries;
    }

    /** The items of a list. */
    public List<YamlNode> list() {
        if (!(tree instanceof Tree.Sequence list)) {
            if (tree != null) {
                wrong(describe(), "a list", "write [] for an empty one, [x] for one item");
            }
            return List.of();
        }
        List<YamlNode> items = new ArrayList<>(list.items().size());
        for (Tree each : list.items()) {
            items.add(new YamlNode(each, each.place(), this, "[" + items.size() + "]", problems));
        }
        return items;
    }

    /** The items of a list, each read by {@code item}; those it cannot read are left out. */
    public <T> List<T> list(Function<YamlNode, Optional<T>> item) {
        List<T> read = new ArrayList<>();
        for (YamlNode each : list()) {
            item.apply(each).ifPresent(read::add);
        }
        return read;
    }

    // scalars

    /** Any text; {@code what} completes "expected". */
    public Optional<String> text(String what) {
        if (tree instanceof Tree.Scalar scalar && !scalar.isNothing()) {
            return Optional.of(scalar.text());
        }
        if (tree != null) {
            wrong(describe(), what);
        }
        return Optional.empty();
    }

    /**
     * Text that {@code parser} understands. If it throws an {@link IllegalArgumentException}, what stands after "; expected " in the
     * message becomes the expectation, or else the message becomes the hint beside {@code what}.
     */
    public <T> Optional<T> parse(String what, Function<String, ? extends T> parser) {
        Optional<String> text = text(what);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(text.get()));
        } catch (IllegalArgumentException | ArithmeticException e) {
            refused(what, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private void refused(String what, String message) {
        int at = message.indexOf("; expected ");
        if (at < 0) {
            wrong(describe(), what, message);
        } else {
            wrong(describe(), message.substring(at + "; expected ".length()));
        }
    }

    /** One of a few values by their {@code toString}, such as an enum's kebab-case words. */
    public <T> Optional<T> oneOf(T[] values) {
        List<String> words = Arrays.stream(values).map(String::valueOf).toList();
        Optional<String> text = text("one of " + String.join(", ", words));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        int at = words.indexOf(text.get());
        if (at >= 0) {
            return Optional.of(values[at]);
        }
        problems.add(new Problem(
                place,
                path(),
                describe(),
                "one of " + String.join(", ", words),
                problems.suggestion(text.get(), words)));
        return Optional.empty();
    }

    /** A whole number from {@code min} to {@code max}, both included, written without quotes. */
    public OptionalInt integer(int min, int max) {
        if (tree == null) {
            return OptionalInt.empty();
        }
        String expected = "a whole number from " + min + " to " + max;
        if (!(tree instanceof Tree.Scalar scalar) || scalar.isNothing()) {
            wrong(describe(), expected);
            return OptionalInt.empty();
        }
        OptionalInt value = Numbers.parse(scalar.text(), min, max);
        if (value.isPresent() && scalar.plain()) {
            return value;
        }
        if (value.isPresent()) {
            wrong("the text " + describe(), expected, "remove the quotes");
        } else {
            wrong(describe(), expected);
        }
        return OptionalInt.empty();
    }

    public int integer(int min, int max, int otherwise) {
        return integer(min, max).orElse(otherwise);
    }

    /** {@code true} or {@code false}. */
    public Optional<Boolean> bool() {
        Optional<String> text = text("true or false");
        if (text.isEmpty() || text.get().equals("true") || text.get().equals("false")) {
            return text.map(each -> each.equals("true"));
        }
        switch (text.get()) {
            case "yes", "on", "Yes", "On", "YES", "ON", "True", "TRUE" ->
                wrong(describe(), "true or false", "write true");
            case "no", "off", "No", "Off", "NO", "OFF", "False", "FALSE" ->
                wrong(describe(), "true or false", "write false");
            default -> wrong(describe(), "true or false");
        }
        return Optional.empty();
    }

    public boolean bool(boolean otherwise) {
        return bool().orElse(otherwise);
    }

    // problems of the reader's own

    /** Records that this value is wrong in a way only the reader can see. */
    public void wrong(String found, String expected) {
        problems.add(place, path(), found, expected);
    }

    public void wrong(String found, String expected, String hint) {
        problems.add(place, path(), found, expected, hint);
    }

    /** The collector this document reports to. */
    public Problems problems() {
        return problems;
    }

    @Override
    public String toString() {
        return place + ": " + path() + ": " + describe();
    }
}
