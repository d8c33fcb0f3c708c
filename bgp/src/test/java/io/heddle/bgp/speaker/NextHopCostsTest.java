package io.heddle.bgp.speaker;

import static io.heddle.bgp.virtual.Lab.CLIENTS;
import static io.heddle.bgp.virtual.Lab.OWN;
import static io.heddle.bgp.virtual.Lab.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.attribute.NextHop;
import io.heddle.bgp.decision.NextHopCosts;
import io.heddle.bgp.virtual.Lab;
import io.heddle.model.net.Asn;
import io.heddle.model.net.Prefix;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** RFC 4271 section 9.1.2.1 and step e of 9.1.2.2. */
class NextHopCostsTest {

    private static final String PREFIX = "10.9.1.0/24";

    private final Lab lab = new Lab();

    /** 2 and 3 announce the same to their reflector 1, which tells 4. */
    @BeforeEach
    void establish() {
        for (int i = 1; i <= 4; i++) {
            lab.add(i, OWN);
        }
        for (int i = 2; i <= 4; i++) {
            lab.join(i, PLAIN, 1, CLIENTS);
        }
        lab.pass(5);
        lab.originate(2, PREFIX);
        lab.originate(3, PREFIX);
        lab.pass(1);
        assertThat(nextHopAt(1)).isEqualTo(NextHop.of(Lab.address(2)));
    }

    private NextHop nextHopAt(int speaker) {
        return lab.best(speaker, PREFIX).nextHop().orElseThrow();
    }

    private void cost(long ofSecond, long ofThird) {
        NextHopCosts costs = nextHop -> nextHop.address().equals(Lab.address(2)) ? ofSecond : ofThird;
        lab.speaker(1).nextHopCosts(costs, lab.network.now());
        lab.pass(1);
    }

    @Test
    void theNearerNextHopWinsBeforeTheLowerIdentifierDoes() {
        cost(20, 10);

        assertThat(nextHopAt(1)).isEqualTo(NextHop.of(Lab.address(3)));
        assertThat(nextHopAt(4)).isEqualTo(NextHop.of(Lab.address(3)));
        assertThat(lab.route(1, PREFIX).orElseThrow().paths())
                .as("no ECMP over unequal costs")
                .hasSize(1);
        assertThat(lab.speaker(1)
                        .explain(Prefix.parse(PREFIX))
                        .paths()
                        .getFirst()
                        .verdict())
                .isEqualTo("not best: interior cost 20 is higher than 10");
        cost(10, 10);
        assertThat(nextHopAt(4)).isEqualTo(NextHop.of(Lab.address(2)));
        assertThat(lab.route(1, PREFIX).orElseThrow().paths()).hasSize(2);
    }

    @Test
    void whatCannotBeReachedIsNotUsedAndNotSent() {
        cost(NextHopCosts.UNREACHABLE, 10);
        assertThat(nextHopAt(4)).isEqualTo(NextHop.of(Lab.address(3)));
        assertThat(lab.speaker(1)
                        .explain(Prefix.parse(PREFIX))
                        .paths()
                        .getFirst()
                        .verdict())
                .isEqualTo("not usable: next hop 10.0.0.2 cannot be reached (RFC 4271 section 9.1.2.1)");

        cost(NextHopCosts.UNREACHABLE, NextHopCosts.UNREACHABLE);
        assertThat(lab.route(1, PREFIX)).isEmpty();
        assertThat(lab.route(4, PREFIX)).isEmpty();

        cost(0, NextHopCosts.UNREACHABLE);
        assertThat(nextHopAt(4)).isEqualTo(NextHop.of(Lab.address(2)));
    }

    @Test
    void routesOfExternalSessionsAreUsedOverTheSessionWhereOnlyInternalOnesAreJudged() {
        lab.add(5, new Asn(65005));
        lab.join(5, PLAIN, 1, PLAIN);
        lab.pass(5);
        lab.originate(5, "10.9.5.0/24");
        NextHopCosts nothing = _ -> NextHopCosts.UNREACHABLE;
        lab.speaker(1).nextHopCosts(nothing, lab.network.now());
        lab.pass(1);
        assertThat(lab.route(1, "10.9.5.0/24")).isEmpty();

        lab.speaker(1).nextHopCosts(NextHopCosts.internal(nothing), lab.network.now());
        lab.pass(1);

        assertThat(lab.best(1, "10.9.5.0/24").nextHop()).contains(NextHop.of(Lab.address(5)));
        assertThat(lab.route(1, PREFIX)).isEmpty();
    }

    @Test
    void whatComesLaterIsJudgedByTheSame() {
        cost(NextHopCosts.UNREACHABLE, 10);
        lab.originate(2, "10.9.2.0/24");
        lab.pass(1);

        assertThat(lab.route(1, "10.9.2.0/24")).isEmpty();
        assertThat(lab.route(4, "10.9.2.0/24")).isEmpty();
    }
}
