package io.heddle.bgp.rib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ColumnTest {

    private static final int LAST = 100_000;

    @Test
    void whatWasSetStandsWhileTheColumnGrows() {
        IntColumn ints = new IntColumn(-1);
        ByteColumn bytes = new ByteColumn();
        SplittableRandom random = new SplittableRandom(3);
        for (int reached = 0; reached < LAST; reached += 1 + random.nextInt(700)) {
            ints.reach(reached);
            bytes.reach(reached);
            ints.set(reached, 3 * reached);
            bytes.set(reached, reached % 100 + 1);
        }
        random = new SplittableRandom(3);
        int index = 0;
        for (int reached = 0; reached < LAST; reached += 1 + random.nextInt(700)) {
            for (; index < reached; index++) {
                assertThat(ints.get(index)).as("not set, %s", index).isEqualTo(-1);
                assertThat(bytes.get(index)).as("not set, %s", index).isZero();
            }
            assertThat(ints.get(index)).isEqualTo(3 * index);
            assertThat(bytes.get(index)).isEqualTo((byte) (index % 100 + 1));
            index++;
        }
    }

    @Test
    void reachingBackChangesNothing() {
        IntColumn column = new IntColumn(7);
        column.reach(5_000);
        column.set(5_000, 1);
        int size = column.size();
        column.reach(20);
        assertThat(column.size()).isEqualTo(size).isGreaterThan(5_000);
        assertThat(column.get(20)).isEqualTo(7);
        assertThat(column.get(5_000)).isEqualTo(1);
    }

    @Test
    void thereIsNoPlaceBehindTheEnd() {
        IntColumn column = new IntColumn(0);
        column.reach(0);
        assertThat(column.size()).as("a small one stays small").isLessThan(100);
        assertThatThrownBy(() -> column.get(column.size())).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
