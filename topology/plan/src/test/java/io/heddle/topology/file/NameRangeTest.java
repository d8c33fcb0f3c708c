package io.heddle.topology.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameRangeTest {

    @Test
    void aNameWithoutParenthesesStandsForItself() {
        assertThat(NameRange.expand("leaf-1:ethernet1/1/1")).containsExactly("leaf-1:ethernet1/1/1");
    }

    @Test
    void aRangeCountsAndKeepsItsWidth() {
        assertThat(NameRange.expand("n-(1-3)b")).containsExactly("n-1b", "n-2b", "n-3b");
        assertThat(NameRange.expand("n(08-10)")).containsExactly("n08", "n09", "n10");
        assertThat(NameRange.expand("n(0-1)")).containsExactly("n0", "n1");
        assertThat(NameRange.expand("n(7-7)")).containsExactly("n7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "n(",
                "n)",
                "n(1)",
                "n(1-)",
                "n(-2)",
                "n(2-1)",
                "n(1-2)(1-2)",
                "n)1-2(",
                "n(a-b)",
                "n(1-10001)",
                "n(1-1234567890)"
            })
    void whatIsNoRangeIsRefused(String text) {
        assertThatThrownBy(() -> NameRange.expand(text)).hasMessageContaining("; expected ");
    }
}
