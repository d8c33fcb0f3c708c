package io.heddle.bgp.bfd;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class BfdCodecProperties {

    @Property
    void whatIsEncodedIsDecoded(
            @ForAll BfdDiagnostic diagnostic,
            @ForAll BfdState state,
            @ForAll boolean poll,
            @ForAll boolean fin,
            @ForAll boolean demand,
            @ForAll @IntRange(min = 1, max = 255) int multiplier,
            @ForAll @IntRange(min = 1) int mine,
            @ForAll @IntRange(min = 1) int yours,
            @ForAll @LongRange(min = 0, max = 0xFFFF_FFFFL) long interval) {
        BfdPacket packet = new BfdPacket(
                diagnostic,
                state,
                poll,
                fin,
                !fin,
                demand,
                multiplier,
                -mine,
                -yours,
                interval,
                interval / 2,
                interval / 3);

        assertThat(BfdCodec.decode(BfdCodec.encode(packet), 0, BfdCodec.LENGTH)).isEqualTo(new BfdRead.Ok(packet));
    }

    @Property
    void noBytesThrow(@ForAll @Size(max = 40) byte[] bytes) {
        assertThat(BfdCodec.decode(bytes, 0, bytes.length)).isNotNull();
    }
}
