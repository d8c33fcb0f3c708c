package io.heddle.simulator.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class CapacitySearchProperties {

    @Property
    void theLargestThatFitsAndOneMoreAreBothBuilt(
            @ForAll @IntRange(min = 1, max = 50) int smallest,
            @ForAll @IntRange(min = 0, max = 3000) int capacity,
            @ForAll @IntRange(min = 50, max = 5000) int limit) {
        CapacitySearch.Outcome<String> outcome = CapacitySearch.largest(
                smallest, limit, size -> new CapacitySearch.Probe<>(size, size <= capacity, "size " + size));

        assertThat(outcome.largest().map(CapacitySearch.Probe::size))
                .isEqualTo(capacity < smallest ? Optional.empty() : Optional.of(Math.min(capacity, limit)));
        assertThat(outcome.next().map(CapacitySearch.Probe::size))
                .isEqualTo(capacity >= limit ? Optional.empty() : Optional.of(Math.max(capacity + 1, smallest)));
        assertThat(outcome.probes().size()).isLessThan(30);
        assertThat(outcome.isMonotone()).isTrue();
    }
}
