package io.heddle.bgp.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.config.Community;
import io.heddle.model.net.IpAddress;
import org.junit.jupiter.api.Test;

class PathAttributesTest {

    private static final PathAttributes OWN = PathAttributes.originated(Origin.IGP);
    private static final IpAddress LEAF = IpAddress.parse("10.0.0.1");
    private static final IpAddress SPINE = IpAddress.parse("10.0.0.2");
    private static final IpAddress SUPER_SPINE = IpAddress.parse("10.0.0.3");

    @Test
    void anOwnRouteStartsWithLocalPref100AndNothingElse() {
        assertThat(OWN.localPref()).isEqualTo(100);
        assertThat(OWN.asPath()).isEqualTo(AsPath.EMPTY);
        assertThat(OWN.med()).isEqualTo(PathAttributes.NO_MED);
        assertThat(OWN.communities()).isEmpty();
        assertThat(OWN.originatorId()).isNull();
        assertThat(OWN.clusterList()).isEmpty();
    }

    /** RFC 4456 section 8: the first reflector sets ORIGINATOR_ID, every one puts itself in front of CLUSTER_LIST. */
    @Test
    void reflectingKeepsTheFirstOriginatorAndGrowsTheClusterList() {
        PathAttributes twice = OWN.reflected(LEAF, SPINE).reflected(SPINE, SUPER_SPINE);

        assertThat(twice.originatorId()).isEqualTo(LEAF);
        assertThat(twice.clusterList()).containsExactly(SUPER_SPINE, SPINE);
    }

    @Test
    void communitiesAreSortedWithoutDoublesWhateverTheOrderOfAdding() {
        Community small = new Community(65000, 1);
        Community large = new Community(65000, 2);
        PathAttributes both = OWN.withCommunity(large).withCommunity(small).withCommunity(large);

        assertThat(both.communities()).containsExactly(small, large);
        assertThat(both).isEqualTo(OWN.withCommunity(small).withCommunity(large));
        assertThat(both.withoutCommunity(small).communities()).containsExactly(large);
        assertThat(both.has(small)).isTrue();
        assertThat(both.withoutCommunity(small).has(small)).isFalse();
    }
}
