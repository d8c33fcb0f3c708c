package io.heddle.scenarios.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.heddle.scenarios.json.SweepJson;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepTest {

    @Test
    void rangesAndListsBecomePointsLastAxisFastest() {
        Grid grid = new Grid(List.of(Axis.parse("a.b=1..5/2"), Axis.parse("c=x,y")));
        assertThat(grid.points())
                .hasSize(6)
                .startsWith(List.of("a.b=1", "c=x"), List.of("a.b=1", "c=y"))
                .endsWith(List.of("a.b=5", "c=y"));
        assertThat(grid.sample(4, 7)).hasSize(4).isEqualTo(grid.sample(4, 7)).isSubsetOf(grid.points());
        assertThatIllegalArgumentException().isThrownBy(() -> Axis.parse("a=5..1"));
        assertThatIllegalArgumentException().isThrownBy(() -> Axis.parse("a="));
    }

    @Test
    void aRowReadsBackAndHalfALineIsNone() {
        SweepRow row = new SweepRow(List.of("a=1"), "fits", 2, 14, 770, "fdb_entry on leaf-1", 0.25, 1, 2, "");
        String line = SweepJson.line(row);
        assertThat(SweepJson.read(line)).contains(row);
        for (int i = 0; i < line.length(); i++) {
            assertThat(SweepJson.read(line.substring(0, i))).isEmpty();
        }
    }
}
