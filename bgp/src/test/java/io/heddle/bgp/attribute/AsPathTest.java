package io.heddle.bgp.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.net.Asn;
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
}
