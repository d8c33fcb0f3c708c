package io.heddle.bgp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.attribute.Aggregator;
import io.heddle.bgp.attribute.AsPath;
import io.heddle.bgp.attribute.AsSegment;
import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.Carried;
import io.heddle.bgp.attribute.ExtendedCommunity;
import io.heddle.bgp.attribute.LargeCommunity;
import io.heddle.bgp.attribute.NextHop;
import io.heddle.bgp.attribute.Octets;
import io.heddle.bgp.attribute.Origin;
import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.bgp.attribute.RawAttribute;
import io.heddle.model.config.Community;
import io.heddle.model.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AttributeProperties {

    @Provide
    Arbitrary<AttributeSet> sets() {
        return Arbitraries.randomValue(AttributeProperties::set);
    }

    private static AttributeSet set(Random random) {
        PathAttributes core = new PathAttributes(
                Origin.values()[random.nextInt(3)],
                path(random),
                random.nextLong() & 0xFFFF_FFFFL,
                random.nextBoolean() ? PathAttributes.NO_MED : random.nextLong() & 0xFFFF_FFFFL,
                several(random, each -> new Community(each.nextInt(65536), each.nextInt(65536))),
                random.nextBoolean() ? null : IpAddress.v4(random.nextLong() & 0xFFFF_FFFFL),
                several(random, each -> IpAddress.v4(each.nextLong() & 0xFFFF_FFFFL)));
        List<RawAttribute> others = IntStream.of(22, 23, 29, 33, 40, 128, 255)
                .filter(_ -> random.nextInt(4) == 0)
                .mapToObj(type -> new RawAttribute(0xE0, type, octets(random)))
                .toList();
        Aggregator aggregator =
                new Aggregator(1 + (random.nextLong() & 0x7FFF_FFFFL), IpAddress.v4(random.nextInt(1 << 30)));
        return new AttributeSet(
                core,
                NextHop.of(IpAddress.v4(0x0A000000L + random.nextInt(256))),
                several(random, each -> new ExtendedCommunity(each.nextLong())),
                several(random, each -> new LargeCommunity(1, each.nextInt(100), each.nextInt(1 << 30))),
                random.nextInt(3) == 0
                        ? Carried.NONE
                        : new Carried(
                                random.nextBoolean() ? null : aggregator,
                                random.nextBoolean(),
                                random.nextBoolean() ? Carried.NO_OTC : random.nextLong() & 0xFFFF_FFFFL,
                                others));
    }

    private static AsPath path(Random random) {
        List<AsSegment> segments = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            AsSegment.Kind kind = random.nextBoolean() ? AsSegment.Kind.SEQUENCE : AsSegment.Kind.SET;
            List<Long> numbers = new ArrayList<>();
            // Now and then a path that takes several segments on the wire; a set always fits one.
            int size = kind == AsSegment.Kind.SEQUENCE && random.nextInt(8) == 0 ? 700 : 3;
            for (int j = random.nextInt(size); j >= 0; j--) {
                numbers.add(1 + (random.nextBoolean() ? random.nextInt(65535) : random.nextLong() & 0x7FFF_FFFFL));
            }
            segments.add(new AsSegment(kind, numbers));
        }
        return AsPath.ofSegments(segments);
    }

    private static <T extends Comparable<T>> List<T> several(Random random, Function<Random, T> one) {
        return IntStream.range(0, random.nextInt(5))
                .mapToObj(_ -> one.apply(random))
                .sorted()
                .distinct()
                .toList();
    }

    private static Octets octets(Random random) {
        byte[] bytes = new byte[random.nextInt(4) == 0 ? 300 : random.nextInt(10)];
        random.nextBytes(bytes);
        return Octets.of(bytes);
    }

    @Property(tries = 2000)
    void whatIsEncodedComesBackWithinAnAs(@ForAll("sets") AttributeSet set) {
        assertThat(through(set, SessionOptions.of(false, AddressFamilyId.IPV4_UNICAST)))
                .isEqualTo(set)
                .hasSameHashCodeAs(set);
    }

    @Property(tries = 2000)
    void outsideTheAttributesOfTheInsideAreLeftOut(@ForAll("sets") AttributeSet set) {
        PathAttributes core = set.core();
        AttributeSet expected = set.withCore(new PathAttributes(
                core.origin(),
                core.asPath(),
                PathAttributes.DEFAULT_LOCAL_PREF,
                core.med(),
                core.communities(),
                null,
                List.of()));

        assertThat(through(set, SessionOptions.of(true, AddressFamilyId.IPV4_UNICAST)))
                .isEqualTo(expected);
    }

    @Property(tries = 2000)
    void anOldSpeakerPassesOnWhatTwoOctetsCannotSay(@ForAll("sets") AttributeSet set) {
        SessionOptions old = CodecFuzz.options(4);
        AttributeSet received = through(set, old);

        boolean oldAggregator =
                set.carried().aggregator() != null && set.carried().aggregator().asn() == BgpMessage.Open.AS_TRANS;
        if (!oldAggregator) {
            assertThat(received.core().asPath().length())
                    .isEqualTo(set.core().asPath().length());
            assertThat(received.core().asPath()).isEqualTo(set.core().asPath());
            assertThat(received.carried()).isEqualTo(set.carried());
        }
    }

    private static AttributeSet through(AttributeSet set, SessionOptions options) {
        AttributeEncoder encoder = new AttributeEncoder(options);
        int length = encoder.encode(set, true);
        return switch (AttributeDecoder.decode(encoder.bytes(), 0, length, options)) {
            case AttributeOutcome.Usable usable -> {
                assertThat(usable.discarded()).isEmpty();
                yield usable.attributes();
            }
            case AttributeOutcome.Withdraw withdraw -> throw new AssertionError(withdraw);
            case AttributeOutcome.Reset reset -> throw new AssertionError(reset);
        };
    }
}
