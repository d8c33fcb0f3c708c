package io.heddle.bgp.rib;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.ExtendedCommunity;
import io.heddle.bgp.attribute.NextHop;
import io.heddle.bgp.attribute.Octets;
import io.heddle.bgp.attribute.Origin;
import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.bgp.decision.RouteSourceKind;
import io.heddle.bgp.virtual.Lab;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.model.net.Bandwidth;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Weighted multipath by link bandwidth. */
class WeightsTest {

    /** A route whose paths have these bandwidths in gigabits per second; 0 is none. */
    private static List<Integer> weights(long... gigabits) {
        List<LocRib.Path> paths = LongStream.of(gigabits)
                .mapToObj(each -> AttributeSet.of(
                                PathAttributes.originated(Origin.IGP), NextHop.of(IpAddress.v4(0x0A00_0001L)))
                        .withExtendedCommunities(
                                each == 0
                                        ? List.of()
                                        : List.of(ExtendedCommunity.linkBandwidth(
                                                65000, new Bandwidth(each * 1_000_000_000)))))
                .map(set -> new LocRib.Path(
                        new RouteSource(1, "peer", RouteSourceKind.EXTERNAL, false, IpAddress.v4(1), 0),
                        set,
                        Octets.EMPTY))
                .toList();
        return new LocRib.Route(new LocRib.Destination(Optional.of(Prefix.parse("10.0.0.0/8")), Octets.EMPTY), paths)
                .weights();
    }

    @Test
    void theyAreInProportionToTheWidest() {
        assertThat(weights(400, 100, 1)).containsExactly(100, 25, 1);
        assertThat(weights(100, 100)).containsExactly(100, 100);
        assertThat(weights(100_000, 1)).as("none is left out").containsExactly(100, 1);
    }

    @Test
    void aPathWithoutBandwidthMakesAllEqual() {
        assertThat(weights(400, 0)).containsExactly(1, 1);
        assertThat(weights(0)).containsExactly(1);
    }

    @Test
    void anExplanationAndTheRouteSayThem() {
        Lab lab = new Lab();
        for (int i = 1; i <= 3; i++) {
            lab.add(i, Lab.OWN);
        }
        for (int i = 1; i <= 2; i++) {
            lab.join(i, Lab.PLAIN, 3, Lab.PLAIN);
            long gigabits = i == 1 ? 100 : 400;
            lab.originate(
                    i,
                    "10.1.0.0/16",
                    set -> set.withExtendedCommunities(
                            List.of(ExtendedCommunity.linkBandwidth(65000, new Bandwidth(gigabits * 1_000_000_000)))));
        }
        lab.pass(30);
        Prefix prefix = Prefix.parse("10.1.0.0/16");
        assertThat(lab.speaker(3).explain(prefix).paths())
                .extracting(Explanation.Judged::verdict)
                .containsExactly("best, weight 25", "in the ECMP group, weight 100");
        assertThat(lab.speaker(3)
                        .locRib(AddressFamilyId.IPV4_UNICAST)
                        .route(prefix)
                        .orElseThrow()
                        .weights())
                .containsExactly(25, 100);
    }
}
