package io.heddle.bgp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** {@link CodecFuzz} on sound messages with a few octets changed, inserted, removed, repeated or swapped for tempting ones. */
class CodecFuzzTest {

    private static final int ROUNDS = Boolean.getBoolean("heddle.long") ? 10_000_000 : 200_000;

    @Test
    void noMessageThrowsAndWhatIsUnderstoodKeepsItsMeaning() {
        SplittableRandom random = new SplittableRandom(3);
        List<byte[]> seeds = FuzzSeeds.all();
        assertThat(seeds).hasSizeGreaterThan(20);
        Mutation mutation = new Mutation(random, seeds);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] input = mutation.next();
            try {
                CodecFuzz.fuzzerTestOneInput(input);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(
                        "round " + i + ", input " + HexFormat.of().formatHex(input), e);
            }
        }
    }
}
