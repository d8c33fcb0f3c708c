package io.heddle.bgp.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.Carried;
import io.heddle.bgp.attribute.Origin;
import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.bgp.wire.Role;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9234 section 5, from the side of a speaker of AS 65001 with a peer of AS 65002. */
class OnlyToCustomerTest {

    private static final long OWN = 65001;
    private static final long PEER = 65002;

    private static final AttributeSet UNMARKED = AttributeSet.of(PathAttributes.originated(Origin.IGP), null);

    private static AttributeSet marked(long asn) {
        return UNMARKED.withCarried(new Carried(null, false, asn, List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "PROVIDER, true, true",
        "ROUTE_SERVER, true, true",
        "PEER, false, true",
        "CUSTOMER, false, false",
        "ROUTE_SERVER_CLIENT, false, false"
    })
    void aMarkedRouteFromBelowOrOfAnotherAsFromTheSideIsALeak(Role own, boolean ofPeer, boolean ofAnother) {
        assertThat(OnlyToCustomer.isLeak(marked(PEER), own, PEER)).isEqualTo(ofPeer);
        assertThat(OnlyToCustomer.isLeak(marked(65009), own, PEER)).isEqualTo(ofAnother);
        assertThat(OnlyToCustomer.isLeak(UNMARKED, own, PEER)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"PROVIDER, -1", "ROUTE_SERVER, -1", "PEER, 65002", "CUSTOMER, 65002", "ROUTE_SERVER_CLIENT, 65002"})
    void aRouteFromAboveOrTheSideIsMarkedWithThePeersAs(Role own, long otc) {
        assertThat(OnlyToCustomer.received(UNMARKED, own, PEER).carried().onlyToCustomer())
                .isEqualTo(otc);
        assertThat(OnlyToCustomer.received(marked(65009), own, PEER)).isEqualTo(marked(65009));
    }

    @ParameterizedTest
    @CsvSource({
        "PROVIDER, false, 65001",
        "ROUTE_SERVER, false, 65001",
        "PEER, true, 65001",
        "CUSTOMER, true, -1",
        "ROUTE_SERVER_CLIENT, true, -1"
    })
    void aMarkedRouteStaysBelowAndOneSentDownOrAsideIsMarked(Role own, boolean keptBack, long otc) {
        assertThat(OnlyToCustomer.isKeptBack(marked(65009), own)).isEqualTo(keptBack);
        assertThat(OnlyToCustomer.isKeptBack(UNMARKED, own)).isFalse();
        assertThat(OnlyToCustomer.sent(UNMARKED, own, OWN).carried().onlyToCustomer())
                .isEqualTo(otc);
        assertThat(OnlyToCustomer.sent(marked(65009), own, OWN)).isEqualTo(marked(65009));
    }
}
