package io.heddle.topology.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Collects problems. Keeps the first {@value #KEPT} recorded and counts the rest, so that a file of a million mistakes costs no more
 * than one of a hundred. Single-threaded.
 */
public final class Problems {

    static final int KEPT = 100;

    private static final Comparator<Problem> IN_FILE_ORDER =
            Comparator.comparing(Problem::file).thenComparingInt(Problem::line).thenComparingInt(Problem::column);

    private final List<Problem> kept = new ArrayList<>();
    private long count;

    public void add(Problem problem) {
        count++;
        if (kept.size() < KEPT) {
            kept.add(problem);
        }
    }

    public void add(Place place, String path, String found, String expected) {
        add(new Problem(place, path, found, expected, Optional.empty()));
    }

    public void add(Place place, String path, String found, String expected, String hint) {
        add(new Problem(place, path, found, expected, Optional.of(hint)));
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /** All problems, those not kept included. */
    public long count() {
        return count;
    }

    /** Further problems would only be counted: a reader of a long list may stop here. */
    public boolean isFull() {
        return kept.size() == KEPT;
    }

    /** A hint that names the nearest of the known words; none once this is full, since looking for it costs most. */
    Optional<String> suggestion(String word, Collection<String> known) {
        return isFull() ? Optional.empty() : Nearest.to(word, known).map(Problems::didYouMean);
    }

    static String didYouMean(String word) {
        return "did you mean '" + word + "'?";
    }

    /** The kept problems by file, line and column. */
    public List<Problem> list() {
        return kept.stream().sorted(IN_FILE_ORDER).toList();
    }

    /** One problem a line, then how many were left out. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        list().forEach(each -> text.append(each).append('\n'));
        if (count > kept.size()) {
            text.append("and ").append(count - kept.size()).append(" more\n");
        }
        return text.toString();
    }
}
