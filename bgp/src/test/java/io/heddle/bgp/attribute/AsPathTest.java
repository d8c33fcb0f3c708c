package io.heddle.bgp.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.net.Asn;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AsPathTest {

    private static final AsPath PATH = AsPath.of(new Asn(65001), new Asn(65002), new Asn(65001));

    @Test
    void theNearestAsComesFirst() {
        assertThat(PATH).hasToString("65001 65002 65001");
        assertThat(PATH.first()).isEqualTo(65001);
        assertThat(PATH.prepend(65003)).hasToString("65003 65001 65002 65001");
    }

    @Test
    void prependingLeavesTheOldPathAsItWas() {
        AsPath longer = PATH.prepend(65003);

        assertThat(longer.length()).isEqualTo(4);
        assertThat(PATH.length()).isEqualTo(3);
    }

    @Test
    void everyAppearanceOfAnAsCounts() {
        assertThat(PATH.count(65001)).isEqualTo(2);
        assertThat(PATH.count(65002)).isEqualTo(1);
        assertThat(PATH.count(65003)).isZero();
    }

    @Test
    void theEmptyPathHoldsNoAsNotEvenZero() {
        assertThat(AsPath.EMPTY.isEmpty()).isTrue();
        assertThat(AsPath.EMPTY.count(0)).isZero();
        assertThat(AsPath.EMPTY.first()).isZero();
        assertThat(AsPath.EMPTY).hasToString("");
    }

    @Test
    void pathsAreEqualByTheirNumbersHoweverTheyWereBuilt() {
        AsPath again = AsPath.EMPTY.prepend(65001).prepend(65002).prepend(65001);

        assertThat(again).isEqualTo(PATH).hasSameHashCodeAs(PATH);
        assertThat(AsPath.of(new Asn(65001), new Asn(65001), new Asn(65002))).isNotEqualTo(PATH);
        assertThat(PATH.prepend(65001)).isNotEqualTo(PATH);
        assertThat(AsPath.of()).isEqualTo(AsPath.EMPTY);
    }

    @Test
    void fourOctetNumbersAreKeptWhole() {
        assertThat(AsPath.of(new Asn(4_294_967_294L)).count(4_294_967_294L)).isEqualTo(1);
    }

    @Test
    void aSetCountsAsOneAndConfederationSegmentsAsNone() {
        AsPath path = AsPath.ofSegments(List.of(
                segment(AsSegment.Kind.CONFEDERATION_SEQUENCE, 64601, 64602),
                segment(AsSegment.Kind.SEQUENCE, 65001, 65002),
                segment(AsSegment.Kind.SET, 65003, 65004, 65005)));

        assertThat(path.length()).isEqualTo(3);
        assertThat(path.first()).isEqualTo(65001);
        assertThat(path.count(64602)).isEqualTo(1);
        assertThat(path.count(65004)).isEqualTo(1);
        assertThat(path).hasToString("(64601 64602) 65001 65002 {65003,65004,65005}");
        assertThat(path.withoutConfederation()).hasToString("65001 65002 {65003,65004,65005}");
    }

    @Test
    void aSequenceInFrontOfASetIsStillPrependedTo() {
        AsPath path = AsPath.ofSegments(List.of(segment(AsSegment.Kind.SET, 1, 2)))
                .prepend(3)
                .prepend(4);

        assertThat(path).hasToString("4 3 {1,2}");
        assertThat(path.length()).isEqualTo(3);
        assertThat(path.sequence()).containsExactly(4, 3);
        assertThat(path)
                .isEqualTo(AsPath.ofSegments(path.segments()))
                .hasSameHashCodeAs(AsPath.ofSegments(path.segments()))
                .isNotEqualTo(AsPath.ofSegments(List.of(segment(AsSegment.Kind.SET, 1, 3)))
                        .prepend(3)
                        .prepend(4));
    }

    @Test
    void neighbouringSequencesAreOne() {
        assertThat(AsPath.ofSegments(
                        List.of(segment(AsSegment.Kind.SEQUENCE, 1, 2), segment(AsSegment.Kind.SEQUENCE, 3))))
                .isEqualTo(AsPath.of(new Asn(1), new Asn(2), new Asn(3)));
    }

    @Test
    void aMemberAsOfAConfederationIsPrependedInItsOwnSegment() {
        AsPath path = AsPath.of(new Asn(65001)).prependInConfederation(64601).prependInConfederation(64602);

        assertThat(path).hasToString("(64602 64601) 65001");
        assertThat(path.first()).isEqualTo(65001);
    }

    @Test
    void aPathThatBeginsWithASetHasNoNeighbour() {
        assertThat(AsPath.ofSegments(List.of(segment(AsSegment.Kind.SET, 1, 2))).first())
                .isZero();
    }

    private static AsSegment segment(AsSegment.Kind kind, long... numbers) {
        return new AsSegment(kind, LongStream.of(numbers).boxed().toList());
    }
}
