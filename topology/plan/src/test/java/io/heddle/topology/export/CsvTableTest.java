package io.heddle.topology.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTableTest {

    @Test
    void everyLineEndsInCarriageReturnAndLineFeed() {
        assertThat(new CsvTable("x", List.of("a", "b"), List.of(List.of("1", ""))).text())
                .isEqualTo("a,b\r\n1,\r\n");
    }

    @Test
    void commasQuotesAndLineBreaksAreQuoted() {
        assertThat(new CsvTable(
                                "x",
                                List.of("a"),
                                List.of(List.of("1,2"), List.of("say \"hi\""), List.of("two\nlines")))
                        .text())
                .isEqualTo("a\r\n\"1,2\"\r\n\"say \"\"hi\"\"\"\r\n\"two\nlines\"\r\n");
    }

    @Test
    void aRowIsAsLongAsTheHeader() {
        assertThatThrownBy(() -> new CsvTable("x", List.of("a"), List.of(List.of("1", "2"))))
                .hasMessage("table x has 1 columns, but a row of 2: [1, 2]");
    }
}
