package io.heddle.model.device;

import static io.heddle.model.device.Resource.IPV4_ROUTE;
import static io.heddle.model.device.Resource.IPV6_ROUTE_LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    private static Table shared(Limit v4, Limit v6) {
        return new Table(
                "LPM",
                List.of(
                        new Table.Member(IPV4_ROUTE, v4, Evidence.NONE),
                        new Table.Member(IPV6_ROUTE_LONG, v6, Evidence.NONE)));
    }

    @Test
    void anEntryCostsTheShareThatItsLimitSays() {
        Slots slots = shared(Limit.of(64_000), Limit.of(8_000)).slots().orElseThrow();

        assertThat(slots.perEntry(new Limit.Entries(64_000))).isEqualTo(1);
        assertThat(slots.perEntry(new Limit.Entries(8_000))).isEqualTo(8);
    }

    @Test
    void costsStayWholeNumbersWhereLimitsDoNotDivide() {
        Slots slots = shared(Limit.of(128_000), Limit.of(20_000)).slots().orElseThrow();

        assertThat(slots.size()).isEqualTo(640_000);
        assertThat(slots.perEntry(new Limit.Entries(128_000))).isEqualTo(5);
        assertThat(slots.perEntry(new Limit.Entries(20_000))).isEqualTo(32);
    }

    @Test
    void limitsWithoutACommonUnitAreRefused() {
        assertThatThrownBy(() -> shared(Limit.of((1L << 31) - 1), Limit.of((1L << 29) - 1)))
                .hasMessageContaining("table 'LPM'")
                .hasMessageContaining("no common multiple");
    }

    @Test
    void aSharedTableIsNeitherUnlimitedNorEmpty() {
        assertThatThrownBy(() -> shared(Limit.of(1), Limit.UNLIMITED)).hasMessageContaining("not unlimited");
        assertThatThrownBy(() -> shared(Limit.of(0), Limit.of(1))).hasMessageContaining("not 0");
    }

    @Test
    void aTableWithoutANumberHasNoSlots() {
        assertThat(shared(Limit.UNKNOWN, Limit.UNKNOWN).slots()).isEmpty();
        assertThat(Table.of(IPV4_ROUTE, Limit.UNLIMITED, Evidence.NONE).slots()).isEmpty();
    }
}
