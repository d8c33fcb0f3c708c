package io.heddle.controller.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.controller.core.announce.Announcement;
import io.heddle.controller.core.layout.Layout;
import io.heddle.controller.core.layout.Limits;
import io.heddle.controller.core.layout.NodePlace;
import io.heddle.controller.core.layout.NodePlace.PodAnnouncer;
import io.heddle.controller.core.layout.NodePlace.PodForm;
import io.heddle.controller.core.layout.NodePlace.Uplink;
import io.heddle.controller.core.layout.SilentVtep;
import io.heddle.controller.core.layout.SilentVtep.Routed;
import io.heddle.controller.core.layout.SilentVtep.Segment;
import io.heddle.controller.core.layout.SwitchPlace;
import io.heddle.evpn.route.EvpnRoute;
import io.heddle.model.config.Community;
import io.heddle.model.config.NodeProgram.PodVisibility;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.RouteDistinguisher;
import io.heddle.model.net.RouteTarget;
import io.heddle.model.net.Vni;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SilentRoutesTest {

    private static final IpAddress VTEP = IpAddress.parse("10.0.0.104");

    private final Controller controller = new Controller(Judge.LENIENT);
    private final State state = Fixtures.configured(controller, layout());

    private static Layout layout() {
        SilentVtep silent = new SilentVtep(
                VTEP,
                List.of(new Segment(
                        "pods",
                        new Vni(100),
                        RouteDistinguisher.parse("10.0.0.104:100"),
                        List.of(RouteTarget.parse("65000:100")),
                        Optional.of(new Routed(
                                new Vni(5000),
                                RouteDistinguisher.parse("10.0.0.104:5000"),
                                List.of(RouteTarget.parse("65000:5000")),
                                Mac.parse("02:00:00:00:50:04"),
                                List.of(Prefix.parse("10.244.0.0/24")))))));
        return Layout.of(
                "silent",
                List.of(new NodePlace(
                        Fixtures.node(0),
                        0,
                        "pods",
                        List.of(Fixtures.POOL.block(0)),
                        PodVisibility.BRIDGED,
                        PodAnnouncer.NODE,
                        PodForm.HOSTS,
                        List.of(new Uplink(Fixtures.device("dumb"), Optional.empty(), Optional.empty())))),
                List.of(
                        new SwitchPlace(Fixtures.device("dumb"), SwitchRole.LEAF, true, true, Optional.of(silent)),
                        new SwitchPlace(Fixtures.device("far"), SwitchRole.LEAF, true, true, Optional.empty()),
                        new SwitchPlace(Fixtures.device("plain"), SwitchRole.SPINE, true, false, Optional.empty())),
                List.of(Fixtures.POOL),
                Limits.DEFAULT);
    }

    private List<EvpnRoute> routes(String device) {
        Step step = controller.on(state, Fixtures.whole(0, 1, Fixtures.attached(1, "a", 0, Fixtures.address(0, 3))));
        return step.state().wanted(Fixtures.device(device)).routes().values().stream()
                .map(each -> ((Announcement.Evpn) each).route())
                .toList();
    }

    @Test
    void everyOtherSwitchThatSpeaksEvpnIsToldTypesTwoThreeAndFive() {
        assertThat(routes("far").stream().map(EvpnRoute::type)).containsExactly(3, 2, 5);
    }

    @Test
    void theVtepItselfAndSwitchesWithoutEvpnAreToldNothing() {
        assertThat(routes("dumb")).isEmpty();
        assertThat(routes("plain")).isEmpty();
    }

    @Test
    void theVtepIsTheNextHopAndNobodyPassesItOn() {
        Step step = controller.on(state, Fixtures.whole(0, 1, Fixtures.attached(1, "a", 0, Fixtures.address(0, 3))));
        assertThat(step.state().wanted(Fixtures.device("far")).routes().values())
                .allMatch(each -> each.nextHop().equals(VTEP))
                .allMatch(each -> each.communities().equals(List.of(Community.NO_ADVERTISE)));
    }
}
