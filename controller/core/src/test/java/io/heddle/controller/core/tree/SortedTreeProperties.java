package io.heddle.controller.core.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SortedTreeProperties {

    /** Positive numbers are put, negative ones taken out. */
    @Property(tries = 300)
    void holdsWhatATreeMapHolds(@ForAll @Size(max = 200) List<@IntRange(min = -60, max = 60) Integer> moves) {
        TreeMap<Integer, Integer> expected = new TreeMap<>();
        SortedTree<Integer, Integer> tree = SortedTree.empty();
        for (int i = 0; i < moves.size(); i++) {
            int key = Math.abs(moves.get(i));
            if (moves.get(i) > 0) {
                expected.put(key, i);
                tree = tree.with(key, i);
            } else {
                expected.remove(key);
                tree = tree.without(key);
            }
        }
        assertThat(tree.keys()).containsExactlyElementsOf(expected.keySet());
        assertThat(tree.values()).containsExactlyElementsOf(expected.values());
        assertThat(tree.size()).isEqualTo(expected.size());
        for (int key = -1; key <= 61; key++) {
            assertThat(tree.get(key)).isEqualTo(Optional.ofNullable(expected.get(key)));
            assertThat(tree.floor(key)).isEqualTo(Optional.ofNullable(expected.floorEntry(key)));
            assertThat(tree.ceiling(key)).isEqualTo(Optional.ofNullable(expected.ceilingEntry(key)));
        }
        SortedTree<Integer, Integer> built = SortedTree.ofSorted(new ArrayList<>(expected.entrySet()));
        assertThat(built).isEqualTo(tree).hasSameHashCodeAs(tree);
    }

    @Property(tries = 100)
    void anOlderTreeIsNotTouched(@ForAll @Size(max = 50) List<@IntRange(min = 0, max = 60) Integer> keys) {
        SortedTree<Integer, String> before = SortedTree.empty();
        for (Integer each : keys) {
            before = before.with(each, "old");
        }
        String text = before.toString();
        SortedTree<Integer, String> after = before;
        for (Integer each : keys) {
            after = after.with(each, "new").without(each);
        }
        assertThat(before).hasToString(text);
        assertThat(after.isEmpty()).isTrue();
    }

    @Test
    void aMillionRisingKeysAreFoundQuickly() {
        SortedTree<Integer, Integer> tree = SortedTree.empty();
        for (int i = 0; i < 1_000_000; i++) {
            tree = tree.with(i, i);
        }
        assertThat(tree.get(777_777)).contains(777_777);
        assertThat(tree.size()).isEqualTo(1_000_000);
    }

    @Test
    void unsortedEntriesAreRefused() {
        assertThatThrownBy(() -> SortedTree.ofSorted(List.of(Map.entry(2, "b"), Map.entry(1, "a"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("key 1 does not follow 2");
    }
}
