package io.heddle.simulator.stable;

import io.heddle.model.config.AddressFamily;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prefixes that share one fixed point: same originators, same answers from every prefix list, families that spread alike.
 *
 * @param number its position among all classes
 * @param family of the first prefix found; stands for all that spread alike
 * @param originators core routers, and stubs where the class is not shared between stubs
 * @param stub the stub that stands for all stubs of the class; each {@link Bundle} names its own
 * @param aggregate the number of the aggregate that is the class's one prefix, or -1
 */
record RouteClass(
        int number,
        AddressFamily family,
        List<Originator> originators,
        @Nullable Originator stub,
        PrefixLists.Answers answers,
        int aggregate) {

    boolean hasAggregate() {
        return aggregate >= 0;
    }

    /** Numbers tell classes of one solution apart. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RouteClass that && number == that.number;
    }

    @Override
    public int hashCode() {
        return number;
    }
}
