package io.heddle.controller.core.announce;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.evpn.community.EvpnAttributes;
import io.heddle.evpn.route.EthernetTag;
import io.heddle.evpn.route.EvpnRoute;
import io.heddle.evpn.route.Label;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.RouteDistinguisher;
import io.heddle.model.net.RouteTarget;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DifferenceProperties {

    private static final DeviceName LEAF = DeviceName.of("leaf-1");

    @Property(tries = 300)
    void theDifferenceLeadsFromOneToTheOther(@ForAll("wants") Wanted held, @ForAll("wants") Wanted wanted) {
        Difference difference = Difference.between(held, wanted);

        assertThat(difference.appliedTo(held)).isEqualTo(wanted);
        assertThat(difference.appliedTo(difference.appliedTo(held))).isEqualTo(wanted);
    }

    @Property(tries = 300)
    void nothingIsToldTwice(@ForAll("wants") Wanted held, @ForAll("wants") Wanted wanted) {
        Difference difference = Difference.between(held, wanted);

        assertThat(difference.announce())
                .allSatisfy(each -> assertThat(held.routes()).doesNotContainEntry(each.key(), each));
        assertThat(difference.withdraw())
                .allSatisfy(each -> assertThat(wanted.routes()).doesNotContainKey(each));
    }

    @Property(tries = 100)
    void announcementsComeInOrderAndWithdrawalsInReverse(@ForAll("wants") Wanted held, @ForAll("wants") Wanted wanted) {
        Difference difference = Difference.between(held, wanted);

        assertThat(difference.announce()).isSortedAccordingTo(Comparator.comparing(Announcement::key));
        assertThat(difference.withdraw()).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Property(tries = 100)
    void fromItselfThereIsNone(@ForAll("wants") Wanted held) {
        assertThat(Difference.between(held, held).isEmpty()).isTrue();
    }

    @Provide
    Arbitrary<Wanted> wants() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 9),
                        Arbitraries.oneOf(unicast(), hosts())
                                .list()
                                .uniqueElements(Announcement::key)
                                .ofMaxSize(12))
                .as((revision, routes) -> Wanted.of(LEAF, revision, routes));
    }

    private static Arbitrary<Announcement> unicast() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(1, 3))
                .as((pod, node) -> Announcement.Unicast.of(
                        Prefix.host(IpAddress.parse("10.244.0." + pod)), IpAddress.parse("10.1.1." + node)));
    }

    private static Arbitrary<Announcement> hosts() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(1, 3))
                .as((host, vtep) -> Announcement.Evpn.of(
                        new EvpnRoute.MacIp(
                                RouteDistinguisher.parse("10.0.0.1:100"),
                                EvpnRoute.NO_ESI,
                                EthernetTag.NONE,
                                Mac.parse("02:00:00:00:00:0" + host),
                                Optional.empty(),
                                new Label(100),
                                Optional.empty()),
                        EvpnAttributes.vxlan(
                                IpAddress.parse("10.0.0." + vtep), List.of(RouteTarget.parse("64999:100")))));
    }
}
