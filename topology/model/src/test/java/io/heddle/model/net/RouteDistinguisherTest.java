package io.heddle.model.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RouteDistinguisherTest {

    @Test
    void eachTypeHasItsOctets() {
        assertThat(RouteDistinguisher.parse("65001:100").bits()).isEqualTo(0x0000_FDE9_0000_0064L);
        assertThat(RouteDistinguisher.parse("10.0.0.1:5").bits()).isEqualTo(0x0001_0A00_0001_0005L);
        assertThat(RouteDistinguisher.parse("4200000001:5").bits()).isEqualTo(0x0002_FA56_EA01_0005L);
    }

    @Test
    void theTextComesBack() {
        for (String text : new String[] {"65001:100", "64512:4294967295", "10.0.0.1:65535", "4200000001:5"}) {
            assertThat(RouteDistinguisher.parse(text)).hasToString(text);
        }
        assertThat(new RouteDistinguisher(0x0007_0000_0000_0001L)).hasToString("0007000000000001");
    }

    @Test
    void aNumberThatDoesNotFitIsRejected() {
        for (String text : new String[] {"4200000001:65536", "10.0.0.1:65536", "65001:4294967296", ":1", "1:", "x:1"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> RouteDistinguisher.parse(text));
        }
    }
}
