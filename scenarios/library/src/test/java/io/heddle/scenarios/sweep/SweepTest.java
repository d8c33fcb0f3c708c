package io.heddle.scenarios.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.heddle.scenarios.html.SweepReport;
import io.heddle.scenarios.json.SweepJson;
import io.heddle.scenarios.text.SweepText;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepTest {

    private static final SweepRow ROW = new SweepRow(
            List.of("a=1", "b=x,\"y\""), PointVerdict.NO_DESIGN, 2, 14, 770, "fdb_entry on leaf-1", 0.25, 1, 2, "");

    @Test
    void rangesAndListsBecomePointsLastAxisFastest() {
        Grid grid = new Grid(List.of(Axis.parse("a.b=1..5/2"), Axis.parse("c=x,y,x")));
        assertThat(grid.points())
                .hasSize(6)
                .startsWith(List.of("a.b=1", "c=x"), List.of("a.b=1", "c=y"))
                .endsWith(List.of("a.b=5", "c=y"));
    }

    @Test
    void aSampleIsTheSameForOneSeedAndHasEachPointOnce() {
        Grid grid = new Grid(List.of(Axis.parse("a=1..40"), Axis.parse("b=1..25")));
        List<List<String>> sample = grid.sample(300, 7);
        assertThat(sample).hasSize(300).doesNotHaveDuplicates().isEqualTo(grid.sample(300, 7));
        assertThat(grid.points()).containsAll(sample).containsSubsequence(sample);
        assertThat(grid.sample(300, 8)).isNotEqualTo(sample);
        assertThat(grid.sample(1001, 7)).isEqualTo(grid.points());
    }

    @Test
    void whatIsNoGridIsRefused() {
        for (String wrong : List.of("a", "=1", "a=", "a=5..1", "a=1..5/0", "a=1..9999999")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Axis.parse(wrong))
                    .withMessageContaining("'" + wrong);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Axis.parse("a..b=1"))
                .withMessageContaining("'a..b=");
        Axis thousand = Axis.parse("a=1..1000");
        assertThatIllegalArgumentException().isThrownBy(() -> new Grid(List.of(thousand, thousand)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Grid(List.of(thousand, Axis.parse("b=1..1001"))))
                .withMessageContaining("more than 1000000 points");
    }

    @Test
    void aRowReadsBackAndHalfALineIsNone() throws SweepJson.NotALine {
        String line = SweepJson.line(ROW);
        assertThat(SweepJson.row(line)).isEqualTo(ROW);
        for (int i = 0; i < line.length(); i++) {
            String half = line.substring(0, i);
            assertThatExceptionOfType(SweepJson.NotALine.class).isThrownBy(() -> SweepJson.row(half));
        }
        for (String key : List.of("settings", "verdict", "pods", "share", "why")) {
            assertThatExceptionOfType(SweepJson.NotALine.class)
                    .isThrownBy(() -> SweepJson.row(line.replace("\"" + key + "\"", "\"other\"")));
        }
    }

    @Test
    void aHeadReadsBackAndANewerOneIsNamed() throws SweepJson.NotALine {
        SweepHead head = new SweepHead(List.of("one", "two"), "00ff", List.of("case=x", "a=1"));
        String line = SweepJson.line(head);
        assertThat(SweepJson.head(line)).isEqualTo(head);
        assertThatExceptionOfType(SweepJson.NotALine.class)
                .isThrownBy(() -> SweepJson.head(line.replace("sweep/1", "sweep/2")))
                .withMessage("it is 'sweep/2', expected sweep/1");
    }

    @Test
    void cellsWithCommasAndQuotesAreQuotedInCsv() {
        assertThat(SweepText.csv(List.of(ROW)).lines())
                .containsExactly(
                        "a,b,switches,nodes,pods,fullest,share,verdict,holding,expectations,why",
                        "1,\"x,\"\"y\"\"\",2,14,770,fdb_entry on leaf-1,0.2500,no-design,1,2,");
    }

    @Test
    void thePageHasAPlotForEachAxisAndADotForEachRun() {
        SweepRow refused = SweepRow.refused(List.of("a=2", "b=x"), "no ports left");
        String page = SweepReport.render("two <points>", List.of(ROW, refused));
        assertThat(page)
                .contains(
                        "two &lt;points&gt;",
                        "1 of 2 points can be built",
                        "The fullest table over a",
                        "no ports left");
        assertThat(page.split("<circle", -1)).hasSize(2 * 2 + 1);
    }
}
