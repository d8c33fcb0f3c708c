package io.heddle.bgp.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.attribute.AsPath;
import io.heddle.bgp.attribute.Origin;
import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SelectionProperties {

    record Offer(PathAttributes attributes, RouteSourceKind source, long routerId, int rank) {}

    private record Outcome(int best, TreeSet<Integer> group) {}

    /** Values from small sets, so that ties reach every step. A rank is one session's, hence unique. */
    @Provide
    Arbitrary<List<Offer>> offers() {
        return Arbitraries.randomValue(random -> {
            List<Offer> offers = new ArrayList<>();
            int size = 1 + random.nextInt(24);
            for (int rank = 0; rank < size; rank++) {
                boolean internal = random.nextInt(3) == 0;
                offers.add(new Offer(
                        attributes(random, internal),
                        internal ? RouteSourceKind.INTERNAL : RouteSourceKind.EXTERNAL,
                        1 + random.nextInt(4),
                        rank));
            }
            return offers;
        });
    }

    private static PathAttributes attributes(Random random, boolean internal) {
        Asn[] path = new Asn[1 + random.nextInt(8) / 7];
        for (int i = 0; i < path.length; i++) {
            path[i] = new Asn(65001 + random.nextInt(3));
        }
        PathAttributes attributes = new PathAttributes(
                random.nextInt(8) == 0 ? Origin.INCOMPLETE : Origin.IGP,
                AsPath.of(path),
                random.nextInt(8) == 0 ? 90 : 100,
                random.nextInt(4) - 1L,
                List.of(),
                null,
                List.of());
        for (int i = internal ? random.nextInt(3) : 0; i > 0; i--) {
            attributes = attributes.reflected(IpAddress.v4(1 + random.nextInt(4)), IpAddress.v4(9));
        }
        return attributes;
    }

    private static Outcome decide(List<Offer> offers, int maxPaths, boolean relax) {
        Selection selection = new Selection();
        for (Offer each : offers) {
            selection.offer(each.attributes, each.source, each.routerId, each.rank, each.rank);
        }
        int best = selection.decide(maxPaths, relax);
        TreeSet<Integer> group = new TreeSet<>();
        for (int i = 0; i < selection.groupSize(); i++) {
            assertThat(group.add(selection.groupRoute(i)))
                    .as("in the group once")
                    .isTrue();
        }
        assertThat(selection.groupRoute(0)).isEqualTo(best);
        assertThat(selection.bestAttributes())
                .isEqualTo(offers.stream()
                        .filter(each -> each.rank == best)
                        .findFirst()
                        .orElseThrow()
                        .attributes);
        return new Outcome(best, group);
    }

    @Property(tries = 300)
    void theOutcomeDoesNotDependOnTheOrderOfOffering(
            @ForAll("offers") List<Offer> offers,
            @ForAll @IntRange(min = 1, max = 8) int maxPaths,
            @ForAll boolean relax,
            @ForAll Random random) {
        List<Offer> shuffled = new ArrayList<>(offers);
        Collections.shuffle(shuffled, random);

        assertThat(decide(shuffled, maxPaths, relax)).isEqualTo(decide(offers, maxPaths, relax));
    }

    @Property(tries = 300)
    void thePreferenceIsNeverContradicted(
            @ForAll("offers") List<Offer> offers, @ForAll @IntRange(min = 1, max = 8) int maxPaths) {
        long preferred = offers.stream()
                .mapToLong(each -> Preference.of(each.attributes, each.source))
                .min()
                .orElseThrow();

        Outcome outcome = decide(offers, maxPaths, true);

        assertThat(offers)
                .filteredOn(each -> outcome.group.contains(each.rank))
                .allMatch(each -> Preference.of(each.attributes, each.source) == preferred);
    }

    @Property(tries = 300)
    void widerGroupsKeepTheBestAndHoldTheNarrower(
            @ForAll("offers") List<Offer> offers,
            @ForAll @IntRange(min = 1, max = 8) int maxPaths,
            @ForAll boolean relax) {
        Outcome narrow = decide(offers, maxPaths, relax);
        Outcome wide = decide(offers, maxPaths + 1, relax);

        assertThat(narrow.group).hasSizeLessThanOrEqualTo(maxPaths);
        assertThat(wide.best).isEqualTo(narrow.best);
        assertThat(wide.group).containsAll(narrow.group);
    }

    /** A route that is not the best can leave without changing the best, unless MED compares it (RFC 4451 section 2.2). */
    @Property(tries = 300)
    void withoutMedsTheBestStaysTheBestWhenOthersLeave(@ForAll("offers") List<Offer> offers, @ForAll Random random) {
        List<Offer> plain = offers.stream()
                .map(each -> new Offer(
                        each.attributes.withMed(PathAttributes.NO_MED), each.source, each.routerId, each.rank))
                .toList();
        int best = decide(plain, 1, false).best;
        List<Offer> fewer = plain.stream()
                .filter(each -> each.rank == best || random.nextBoolean())
                .toList();

        assertThat(decide(fewer, 1, false).best).isEqualTo(best);
    }
}
