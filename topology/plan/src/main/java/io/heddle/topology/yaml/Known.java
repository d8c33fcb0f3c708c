package io.heddle.topology.yaml;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What a reference may name.
 *
 * @param what one of them, for messages: {@code device}, {@code network}
 * @param nearest the known name that a wrong one most likely stands for
 * @param expected the names, if they are few
 */
public record Known<T>(
        String what,
        Predicate<? super T> isKnown,
        Function<? super T, Optional<String>> nearest,
        Supplier<String> expected) {

    private static final int FEW = 8;

    /** For names that are too many to be listed. */
    public Known(String what, Predicate<? super T> isKnown, Function<? super T, Optional<String>> nearest) {
        this(what, isKnown, nearest, () -> "a known " + what);
    }

    /** Anything may be named; for readers that cannot know. */
    public static <T> Known<T> anything() {
        return new Known<>("value", _ -> true, _ -> Optional.empty());
    }

    /**
     * These, compared by {@code equals}; the nearest is found by text. {@code names} is asked each time, so it may still grow. Messages
     * give names in their order, sorted if they have none.
     */
    public static <T> Known<T> of(String what, Collection<? extends T> names) {
        return new Known<>(
                what,
                names::contains,
                wrong -> Nearest.to(String.valueOf(wrong), texts(names)),
                () -> expected(what, texts(names)));
    }

    private static List<String> texts(Collection<?> names) {
        Stream<String> texts = names.stream().map(String::valueOf);
        return (names instanceof SequencedCollection ? texts : texts.sorted()).toList();
    }

    private static String expected(String what, List<String> names) {
        if (names.isEmpty()) {
            return "none, since there is no " + what;
        }
        return names.size() > FEW ? "a known " + what : "one of " + String.join(", ", names);
    }

    /** True if {@code value}, which stands at {@code node}, is known; else a problem is recorded there. */
    public boolean check(YamlNode node, T value) {
        return check(node.place(), node.path(), value, node.problems());
    }

    /** The same for a value that stands in another kind of file. */
    public boolean check(Place place, String path, T value, Problems problems) {
        if (isKnown.test(value)) {
            return true;
        }
        Optional<String> hint =
                problems.isFull() ? Optional.empty() : nearest.apply(value).map(Problems::didYouMean);
        problems.add(new Problem(place, path, "unknown " + what + " '" + value + "'", expected.get(), hint));
        return false;
    }
}
