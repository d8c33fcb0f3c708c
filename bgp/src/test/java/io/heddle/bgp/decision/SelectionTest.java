package io.heddle.bgp.decision;

import static io.heddle.bgp.decision.RouteSourceKind.EXTERNAL;
import static io.heddle.bgp.decision.RouteSourceKind.INTERNAL;
import static io.heddle.bgp.decision.RouteSourceKind.ORIGINATED;
import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.attribute.AsPath;
import io.heddle.bgp.attribute.Origin;
import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.model.net.IpAddress;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each test offers the route that must win as number 1, second, and with everything that is judged later against it. */
class SelectionTest {

    private static final IpAddress CLUSTER = IpAddress.parse("10.0.0.9");

    private final Selection selection = new Selection();

    private static PathAttributes via(long... nearestFirst) {
        AsPath path = AsPath.EMPTY;
        for (int i = nearestFirst.length - 1; i >= 0; i--) {
            path = path.prepend(nearestFirst[i]);
        }
        return PathAttributes.originated(Origin.IGP).withAsPath(path);
    }

    private static PathAttributes withOrigin(PathAttributes from, Origin origin) {
        return new PathAttributes(
                origin,
                from.asPath(),
                from.localPref(),
                from.med(),
                from.communities(),
                from.originatorId(),
                from.clusterList());
    }

    private int best() {
        return selection.decide(1, false);
    }

    private int[] group(int maxPaths, boolean relax) {
        selection.decide(maxPaths, relax);
        return IntStream.range(0, selection.groupSize())
                .map(selection::groupRoute)
                .toArray();
    }

    @Test
    void withoutRoutesThereIsNoBest() {
        assertThat(best()).isEqualTo(Selection.NONE);
        assertThat(selection.groupSize()).isZero();
    }

    @Test
    void clearingForgetsEverything() {
        selection.offer(via(1), EXTERNAL, 1, 1, 0);
        selection.decide(1, false);
        selection.clear();

        assertThat(best()).isEqualTo(Selection.NONE);
        assertThat(selection.isOpenTo(Preference.of(via(1, 2, 3), EXTERNAL))).isTrue();
    }

    @Test
    void step0OriginatedHereBeatsHigherLocalPref() {
        selection.offer(via().withLocalPref(200), EXTERNAL, 1, 0, 0);
        selection.offer(via(), ORIGINATED, 0, 9, 1);

        assertThat(best()).isEqualTo(1);
        assertThat(selection.bestSource()).isEqualTo(ORIGINATED);
    }

    @Test
    void localPrefBeatsShorterPath() {
        selection.offer(via(1), EXTERNAL, 1, 0, 0);
        selection.offer(via(1, 2).withLocalPref(101), EXTERNAL, 2, 1, 1);

        assertThat(best()).isEqualTo(1);
    }

    @Test
    void stepAShorterPathBeatsLowerOrigin() {
        selection.offer(via(1, 2), EXTERNAL, 1, 0, 0);
        selection.offer(withOrigin(via(1), Origin.INCOMPLETE), EXTERNAL, 2, 1, 1);

        assertThat(best()).isEqualTo(1);
    }

    @Test
    void stepBLowerOriginBeatsLowerMed() {
        selection.offer(withOrigin(via(1), Origin.EGP), EXTERNAL, 1, 0, 0);
        selection.offer(via(1).withMed(50), EXTERNAL, 2, 1, 1);
        selection.offer(withOrigin(via(1), Origin.INCOMPLETE), EXTERNAL, 1, 0, 2);

        assertThat(best()).isEqualTo(1);
    }

    @Test
    void stepCLowerMedOfOneNeighbouringAsBeatsEbgp() {
        selection.offer(via(1).withMed(50), EXTERNAL, 1, 0, 0);
        selection.offer(via(1).withMed(49), INTERNAL, 2, 1, 1);

        assertThat(best()).isEqualTo(1);
    }

    @Test
    void stepCAMissingMedIsZero() {
        selection.offer(via(1).withMed(1), EXTERNAL, 1, 0, 0);
        selection.offer(via(1), EXTERNAL, 2, 1, 1);

        assertThat(best()).isEqualTo(1);
    }

    @Test
    void stepCDoesNotCompareMedsOfDifferentNeighbours() {
        selection.offer(via(1).withMed(1), EXTERNAL, 2, 1, 0);
        selection.offer(via(2).withMed(50), EXTERNAL, 1, 0, 1);

        assertThat(best()).isEqualTo(1);
    }

    @Test
    void stepDEbgpBeatsLowerRouterId() {
        selection.offer(via(1), INTERNAL, 1, 0, 0);
        selection.offer(via(1), EXTERNAL, 2, 1, 1);

        assertThat(best()).isEqualTo(1);
    }

    @Test
    void stepFLowerOriginatorIdBeatsShorterClusterList() {
        IpAddress originator = IpAddress.parse("0.0.0.1");
        selection.offer(via(1), INTERNAL, 2, 0, 0);
        selection.offer(via(1).reflected(originator, CLUSTER), INTERNAL, 7, 1, 1);

        // RFC 4456 section 9: the ORIGINATOR_ID 1 counts, not the reflector's identifier 7.
        assertThat(best()).isEqualTo(1);
    }

    @Test
    void routerIdsAreComparedWithoutSign() {
        selection.offer(via(1), EXTERNAL, 0xC0A8_0001L, 0, 0);
        selection.offer(via(1), EXTERNAL, 0x0A00_0001L, 1, 1);

        assertThat(best()).isEqualTo(1);
    }

    @Test
    void shorterClusterListBeatsLowerSessionRank() {
        IpAddress originator = IpAddress.parse("0.0.0.1");
        selection.offer(via(1).reflected(originator, CLUSTER).reflected(originator, CLUSTER), INTERNAL, 5, 0, 0);
        selection.offer(via(1).reflected(originator, CLUSTER), INTERNAL, 6, 1, 1);

        assertThat(best()).isEqualTo(1);
    }

    @Test
    void stepGLowerSessionRankIsTheLastResort() {
        selection.offer(via(1), EXTERNAL, 1, 4, 0);
        selection.offer(via(1), EXTERNAL, 1, 3, 1);

        assertThat(best()).isEqualTo(1);
    }

    /**
     * Pairwise, 1 beats 0 by MED, 2 beats 1 by router id, 0 beats 2 by router id. The best of each neighbouring AS comes first (RFC 4271
     * section 9.1.2.2 c; RFC 4451 section 2.2 on what happens otherwise): 1 for AS 1, and 2 beats it.
     */
    @Test
    void theTrioThatMedMakesNonTransitiveHasOneWinnerInEveryOrder() {
        PathAttributes[] attributes = {via(1).withMed(20), via(1).withMed(10), via(2).withMed(30)};
        long[] routerIds = {1, 3, 2};
        int[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
        for (int[] order : orders) {
            selection.clear();
            for (int each : order) {
                selection.offer(attributes[each], EXTERNAL, routerIds[each], each, each);
            }
            assertThat(best()).as("offered as %s", Arrays.toString(order)).isEqualTo(2);
        }
    }

    @Test
    void equalPathsShareAGroupWithTheBestInFront() {
        selection.offer(via(1, 9), EXTERNAL, 3, 0, 0);
        selection.offer(via(1, 9), EXTERNAL, 1, 1, 1);
        selection.offer(via(1, 9), EXTERNAL, 2, 2, 2);

        assertThat(group(8, false)).startsWith(1).containsExactlyInAnyOrder(0, 1, 2);
    }

    @Test
    void pathsThroughOtherAsesShareAGroupOnlyIfRelaxed() {
        selection.offer(via(1, 9), EXTERNAL, 1, 0, 0);
        selection.offer(via(2, 9), EXTERNAL, 2, 1, 1);

        assertThat(group(8, false)).containsExactly(0);
        assertThat(group(8, true)).containsExactly(0, 1);
    }

    @Test
    void neverInAGroupAreLongerPathsOtherKindsOrWorseMeds() {
        selection.offer(via(1, 9), EXTERNAL, 1, 0, 0);
        selection.offer(via(1, 8, 9), EXTERNAL, 1, 1, 1);
        selection.offer(via(1, 9), INTERNAL, 1, 2, 2);
        selection.offer(via(1, 9).withMed(5), EXTERNAL, 1, 3, 3);

        assertThat(group(8, true)).containsExactly(0);
    }

    @Test
    void theGroupIsCutToMaxPathsByRouterId() {
        selection.offer(via(1), EXTERNAL, 4, 0, 0);
        selection.offer(via(1), EXTERNAL, 3, 1, 1);
        selection.offer(via(1), EXTERNAL, 1, 2, 2);
        selection.offer(via(1), EXTERNAL, 2, 3, 3);

        assertThat(group(3, false)).containsExactly(2, 3, 1);
        assertThat(group(1, false)).containsExactly(2);
    }

    @Test
    void anOwnRouteHasNoMultipath() {
        selection.offer(via(), ORIGINATED, 0, 0, 0);
        selection.offer(via(), ORIGINATED, 0, 1, 1);

        assertThat(group(8, true)).containsExactly(0);
    }

    @Test
    void moreRoutesThanTheFirstArraysHoldAreAllKept() {
        for (int i = 0; i < 100; i++) {
            selection.offer(via(1), EXTERNAL, 100 - i, i, i);
        }

        assertThat(group(128, false)).hasSize(100).startsWith(99);
    }

    @Test
    void onlyRoutesAsPreferredAsTheBestSoFarStillHaveAChance() {
        selection.offer(via(1, 2), EXTERNAL, 1, 0, 0);

        assertThat(selection.isOpenTo(Preference.of(via(3), INTERNAL))).isTrue();
        assertThat(selection.isOpenTo(Preference.of(via(3, 4), INTERNAL))).isTrue();
        assertThat(selection.isOpenTo(Preference.of(via(3, 4, 5), EXTERNAL))).isFalse();
    }
}
