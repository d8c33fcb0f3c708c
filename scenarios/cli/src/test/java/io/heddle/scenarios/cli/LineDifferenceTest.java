package io.heddle.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LineDifferenceTest {

    @Test
    void onlyWhatDiffersIsShown() {
        assertThat(LineDifference.of("a\nb\nc\nd\n", "a\nx\nc\ny\nd\n")).containsExactly("- b", "+ x", "+ y");
    }

    @Test
    void equalTextsDoNotDiffer() {
        assertThat(LineDifference.of("a\nb\n", "a\nb\n")).isEmpty();
    }

    @Property
    void whatIsAddedAndRemovedMakesTheLengthsUp(
            @ForAll @CharRange(from = 'a', to = 'd') @StringLength(max = 12) String before,
            @ForAll @CharRange(from = 'a', to = 'd') @StringLength(max = 12) String after) {
        var lines = LineDifference.of(oneALine(before), oneALine(after));
        long removed = lines.stream().filter(each -> each.startsWith("- ")).count();
        assertThat(before.length() - removed).isEqualTo(after.length() - (lines.size() - removed));
    }

    private static String oneALine(String letters) {
        StringBuilder text = new StringBuilder();
        letters.chars().forEach(each -> text.append((char) each).append('\n'));
        return text.toString();
    }
}
