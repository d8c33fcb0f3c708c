package io.heddle.model.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class EsiProperties {

    @Property(tries = 100)
    void whatIsWrittenIsRead(@ForAll @IntRange(max = 0xFFFF) int high, @ForAll long low) {
        Esi esi = new Esi(high, low);
        assertThat(Esi.parse(esi.toString())).isEqualTo(esi);
    }

    @Example
    void whatIsNotTenOctetsIsRefused() {
        for (String each :
                List.of("", "00", "0:0:0:0:0:0:0:0:0:0", "00:00:00:00:00:00:00:00:00:0g", "00:".repeat(10))) {
            assertThatThrownBy(() -> Esi.parse(each)).hasMessageContaining("expected ten octets");
        }
    }
}
