package io.heddle.bgp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.NextHop;
import io.heddle.bgp.attribute.Origin;
import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class UpdateProperties {

    /** Routes of one family with one set of attributes, sent in as many messages as it takes. */
    record Batch(boolean v6, List<Prefix> prefixes, SessionOptions options, AttributeSet attributes) {}

    @Provide
    Arbitrary<Batch> batches() {
        return Arbitraries.randomValue(random -> {
            boolean v6 = random.nextBoolean();
            List<Prefix> prefixes = new ArrayList<>();
            for (int i = random.nextInt(2000); i >= 0; i--) {
                prefixes.add(prefix(random, v6));
            }
            SessionOptions options = CodecFuzz.options(random.nextInt(16));
            boolean long4096 = random.nextBoolean();
            SessionOptions sized = new SessionOptions(
                    options.external(),
                    options.confederation(),
                    options.fourOctetAs(),
                    long4096 ? MessageFrame.MAX_LENGTH : MessageFrame.MAX_EXTENDED_LENGTH,
                    options.families(),
                    options.addPathReceive(),
                    options.addPathSend(),
                    options.extendedNextHop());
            IpAddress nextHop = v6 ? IpAddress.v6(0x20010DB800000000L, 1) : IpAddress.v4(0x0A000001L);
            return new Batch(
                    v6, prefixes, sized, AttributeSet.of(PathAttributes.originated(Origin.IGP), NextHop.of(nextHop)));
        });
    }

    private static Prefix prefix(Random random, boolean v6) {
        return v6
                ? Prefix.covering(IpAddress.v6(random.nextLong(), random.nextLong()), random.nextInt(129))
                : Prefix.covering(IpAddress.v4(random.nextLong() & 0xFFFF_FFFFL), random.nextInt(33));
    }

    @Property(tries = 200)
    void announcedPrefixesArriveInOrderHoweverManyMessagesTheyTake(
            @ForAll("batches") Batch batch, @ForAll @IntRange(max = 3000) int spare) {
        PrefixNlri nlri = batch.v6 ? PrefixNlri.IPV6 : PrefixNlri.IPV4;
        AttributeEncoder attributes = new AttributeEncoder(batch.options);
        int length = attributes.encode(batch.attributes, UpdateEncoder.nextHopInside(nlri, batch.attributes));
        NextHop nextHop = batch.attributes.nextHop().orElseThrow();
        UpdateEncoder encoder = new UpdateEncoder(batch.options);
        byte[] out = new byte[MessageFrame.MAX_EXTENDED_LENGTH + 3000];

        List<Prefix> arrived = sent(
                batch,
                nlri,
                () -> encoder.announce(out, 3, out.length - spare, nlri, nextHop, attributes.bytes(), 0, length),
                encoder,
                out,
                true);

        assertThat(arrived).isEqualTo(batch.prefixes);
    }

    @Property(tries = 200)
    void withdrawnPrefixesArriveInOrderHoweverManyMessagesTheyTake(@ForAll("batches") Batch batch) {
        PrefixNlri nlri = batch.v6 ? PrefixNlri.IPV6 : PrefixNlri.IPV4;
        UpdateEncoder encoder = new UpdateEncoder(batch.options);
        byte[] out = new byte[MessageFrame.MAX_EXTENDED_LENGTH + 3000];

        List<Prefix> arrived = sent(batch, nlri, () -> encoder.withdraw(out, 3, out.length, nlri), encoder, out, false);

        assertThat(arrived).isEqualTo(batch.prefixes);
    }

    private interface Beginning {
        boolean begin();
    }

    private static List<Prefix> sent(
            Batch batch, PrefixNlri nlri, Beginning beginning, UpdateEncoder encoder, byte[] out, boolean announced) {
        UpdateView view = new UpdateView(AddressFamilies.UNICAST);
        List<Prefix> arrived = new ArrayList<>();
        int next = 0;
        while (next < batch.prefixes.size()) {
            assertThat(beginning.begin()).isTrue();
            int first = next;
            while (next < batch.prefixes.size() && add(encoder, batch.prefixes.get(next), next)) {
                next++;
            }
            int end = encoder.finish();
            assertThat(next).as("at least one prefix a message").isGreaterThan(first);
            assertThat(MessageFrame.lengthOf(out, 3, end, batch.options.maxMessageLength()))
                    .isEqualTo(end - 3);
            assertThat(view.parse(out, 3, end, batch.options)).isEqualTo(UpdateVerdict.SOUND);
            NlriRange range = announced
                    ? batch.v6 ? view.mpAnnounced() : view.announced()
                    : batch.v6 ? view.mpWithdrawn() : view.withdrawn();
            PrefixCursor cursor =
                    new PrefixCursor().over(nlri, range.bytes(), range.from(), range.to(), range.addPath());
            while (cursor.next()) {
                assertThat(cursor.pathId()).isEqualTo(range.addPath() ? arrived.size() : 0);
                arrived.add(WireText.prefix(nlri, cursor));
            }
        }
        return arrived;
    }

    private static boolean add(UpdateEncoder encoder, Prefix prefix, int pathId) {
        return encoder.add(prefix.address().high(), prefix.address().low(), prefix.length(), pathId);
    }
}
