package io.heddle.bgp.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.session.SessionState;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.CodecFuzz;
import io.heddle.bgp.wire.FuzzSeeds;
import io.heddle.bgp.wire.Mutation;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SpeakerFuzzTest {

    private static final boolean LONG = Boolean.getBoolean("heddle.long");
    private static final int ROUNDS = LONG ? 5_000_000 : 60_000;
    private static final int SOAK_ROUNDS = LONG ? 1_000_000 : 60_000;

    @Test
    void everyMessageIsAnsweredAsTheRfcsSayInEveryState() {
        SplittableRandom random = new SplittableRandom(5);
        Mutation mutation = new Mutation(random, FuzzSeeds.all());
        for (int i = 0; i < ROUNDS; i++) {
            byte[] inner = mutation.next();
            byte[] input = new byte[inner.length + 1];
            input[0] = (byte) random.nextInt(16);
            System.arraycopy(inner, 0, input, 1, inner.length);
            try {
                SpeakerFuzz.fuzzerTestOneInput(input);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(
                        "round " + i + ", input " + HexFormat.of().formatHex(input), e);
            }
        }
    }

    /** One speaker takes them all, and in the end holds what it held in the beginning. */
    @Test
    void nothingStaysOfAHostilePeer() {
        FuzzedSpeaker fuzzed = new FuzzedSpeaker(true, false);
        int sets = fuzzed.speaker.rib().attributeSetCount();
        Mutation mutation = new Mutation(new SplittableRandom(7), FuzzSeeds.all());
        int connection = -1;
        for (int i = 0; i < SOAK_ROUNDS; i++) {
            if (!(fuzzed.state(fuzzed.hostile) instanceof SessionState.Established)) {
                connection = fuzzed.connectHostile();
                assertThat(connection).as("round %s", i).isNotEqualTo(Speaker.REFUSED);
                fuzzed.openHostile(connection);
                fuzzed.confirm(connection);
                fuzzed.written(connection);
            }
            byte[] message = CodecFuzz.framed(mutation.next(), 0);
            try {
                SpeakerFuzz.hostile(fuzzed, connection, message);
                SpeakerFuzz.bystander(fuzzed);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(
                        "round " + i + ", message " + HexFormat.of().formatHex(message), e);
            }
            if (!(fuzzed.state(fuzzed.hostile) instanceof SessionState.Established)) {
                fuzzed.hangUp(connection);
            }
        }
        fuzzed.hangUp(connection);
        fuzzed.written(fuzzed.bystanderConnection);

        assertThat(fuzzed.speaker.rib().pathCount(AddressFamilyId.IPV4_UNICAST))
                .isEqualTo(FuzzedSpeaker.BYSTANDER_ROUTES);
        assertThat(fuzzed.speaker.rib().destinationCount(AddressFamilyId.IPV6_UNICAST))
                .isZero();
        assertThat(fuzzed.speaker.rib().attributeSetCount()).isLessThanOrEqualTo(sets);
    }
}
