package io.heddle.simulator.stable;

import org.jspecify.annotations.Nullable;

/**
 * Prefixes of one class and one origin.
 *
 * @param number its position among all bundles
 * @param stub the stub that originates these very prefixes, where the class is shared between stubs
 */
record Bundle(
        int number,
        PrefixSet prefixes,
        RouteClass routeClass,
        @Nullable Router stub) {

    /** Numbers tell bundles of one solution apart. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bundle that && number == that.number;
    }

    @Override
    public int hashCode() {
        return number;
    }
}
