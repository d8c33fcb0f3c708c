package io.heddle.scenarios.sweep;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The points of a sweep: every combination of the axes' values, the last axis fastest. A point is its settings, {@code path=value}. */
public final class Grid {

    private static final long MOST = 1_000_000;

    private final List<Axis> axes;
    private final long size;

    public Grid(List<Axis> axes) {
        this.axes = List.copyOf(axes);
        Set<String> paths = new HashSet<>();
        long points = 1;
        for (Axis each : axes) {
            if (!paths.add(each.path())) {
                throw new IllegalArgumentException(
                        each.path() + " is varied twice; expected all its values in one list");
            }
            points *= each.values().size();
            if (points > MOST) {
                throw new IllegalArgumentException("more than " + MOST + " points; expected fewer values");
            }
        }
        size = points;
    }

    /** The number of points. */
    public long size() {
        return size;
    }

    /** Every point, in order. */
    public List<List<String>> points() {
        List<List<String>> points = new ArrayList<>();
        for (long i = 0; i < size; i++) {
            points.add(point(i));
        }
        return points;
    }

    /** Some points, each once, drawn by a seed, in order; all if there are no more. */
    public List<List<String>> sample(int wanted, long seed) {
        if (wanted >= size) {
            return points();
        }
        Random random = new Random(seed);
        Set<Long> chosen = new LinkedHashSet<>();
        while (chosen.size() < wanted) {
            chosen.add(random.nextLong(size));
        }
        return chosen.stream().sorted().map(this::point).toList();
    }

    private List<String> point(long number) {
        String[] settings = new String[axes.size()];
        long rest = number;
        for (int i = axes.size() - 1; i >= 0; i--) {
            Axis axis = axes.get(i);
            int count = axis.values().size();
            settings[i] = axis.path() + "=" + axis.values().get((int) (rest % count));
            rest /= count;
        }
        return List.of(settings);
    }
}
