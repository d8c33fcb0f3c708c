package io.heddle.controller.core.reconcile;

/**
 * Pauses that double.
 *
 * @param first after the first try
 * @param most never longer; both in milliseconds
 */
public record Backoff(long first, long most) {

    public Backoff {
        if (first < 1 || most < first) {
            throw new IllegalArgumentException("a pause of " + first + " ms that grows to " + most + " ms");
        }
    }

    /** After so many tries, from 1. */
    public long pause(int tries) {
        if (tries < 1) {
            throw new IllegalArgumentException(tries + " tries");
        }
        long grown = tries > Long.SIZE - 2 ? most : first << tries - 1;
        // A shift that left the range comes back smaller.
        return grown >> tries - 1 != first || grown > most ? most : grown;
    }
}
