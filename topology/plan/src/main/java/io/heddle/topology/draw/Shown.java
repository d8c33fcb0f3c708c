package io.heddle.topology.draw;

import java.util.ArrayList;
import java.util.List;

/**
 * Of a long list, the part that is drawn.
 *
 * @param first drawn before the gap
 * @param hidden not drawn; empty if all are
 * @param last drawn after the gap
 */
record Shown<T>(List<T> first, List<T> hidden, List<T> last) {

    /** All if there are at most {@code most}, else the first {@code most - 1} and the last. */
    static <T> Shown<T> of(List<T> all, int most) {
        return all.size() <= most
                ? new Shown<>(List.copyOf(all), List.of(), List.of())
                : new Shown<>(
                        List.copyOf(all.subList(0, most - 1)),
                        List.copyOf(all.subList(most - 1, all.size() - 1)),
                        List.of(all.getLast()));
    }

    /** As {@link #of}, but never hides just one: its note would take the room that it needs. */
    static <T> Shown<T> ofAbout(List<T> all, int most) {
        return of(all, all.size() == most + 1 ? most + 1 : most);
    }

    List<T> visible() {
        List<T> visible = new ArrayList<>(first);
        visible.addAll(last);
        return visible;
    }
}
