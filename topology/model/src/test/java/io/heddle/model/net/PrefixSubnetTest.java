package io.heddle.model.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrefixSubnetTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 26, 5, 10.0.1.64/26",
        "10.0.0.0/8, 32, 16777215, 10.255.255.255/32",
        "fd00::/32, 64, 3, fd00:0:0:3::/64",
        "fd00::/32, 65, 1, fd00:0:0:0:8000::/65",
        "fd00::/32, 66, 7, fd00:0:0:1:c000::/66",
        "fd00::/48, 128, 9, fd00::9/128",
        "fd00:0:0:1::/64, 127, 4, fd00:0:0:1::8/127",
    })
    void theIndexIsThePartBetweenTheTwoLengths(String prefix, int length, long index, String subnet) {
        assertThat(Prefix.parse(prefix).subnet(length, index)).isEqualTo(Prefix.parse(subnet));
    }
}
