package io.heddle.test.fabrics;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Choices drawn from a seed. */
final class Dice {

    private final SplittableRandom random;

    Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** From {@code from} to {@code to}, both included. */
    int between(int from, int to) {
        return random.nextInt(from, to + 1);
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** Up to {@code count} different ones, in the order given. */
    <T> List<T> some(List<T> from, int count) {
        List<T> left = new ArrayList<>(from);
        while (left.size() > count) {
            left.remove(random.nextInt(left.size()));
        }
        return left;
    }

    /** Each with this probability, in the order given. */
    <T> List<T> each(List<T> from, double probability) {
        return from.stream().filter(_ -> chance(probability)).toList();
    }
}
