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
import io.heddle.controller.core.layout.SilentVtep.SegmentPort;
import io.heddle.controller.core.layout.SwitchPlace;
import io.heddle.evpn.route.EvpnRoute;
import io.heddle.model.config.Community;
import io.heddle.model.config.NodeProgram.PodVisibility;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.model.net.Esi;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.RouteDistinguisher;
import io.heddle.model.net.RouteTarget;
import io.heddle.model.net.Vni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SilentRoutesTest {

    private static final Esi SEGMENT = Esi.parse("03:44:38:39:be:ef:aa:00:00:01");
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
                                List.of(Prefix.parse("10.244.0.0/24")))))),
                List.of());
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

    /** A node on two silent VTEPs, by one Ethernet segment if {@code shared}. */
    private static Layout pair(boolean shared) {
        List<SwitchPlace> switches = new ArrayList<>();
        for (String each : List.of("one", "two")) {
            IpAddress vtep = IpAddress.parse(each.equals("one") ? "10.0.0.101" : "10.0.0.102");
            Segment segment = new Segment(
                    "pods",
                    new Vni(100),
                    RouteDistinguisher.of(vtep, 100),
                    List.of(RouteTarget.parse("65000:100")),
                    Optional.empty());
            SegmentPort port = new SegmentPort(
                    Fixtures.node(0), SEGMENT, RouteDistinguisher.of(vtep, 32_768), List.of(new Vni(100)));
            switches.add(new SwitchPlace(
                    Fixtures.device(each),
                    SwitchRole.LEAF,
                    false,
                    false,
                    Optional.of(new SilentVtep(vtep, List.of(segment), shared ? List.of(port) : List.of()))));
        }
        switches.add(new SwitchPlace(Fixtures.device("far"), SwitchRole.LEAF, true, true, Optional.empty()));
        return Layout.of(
                "pair " + shared,
                List.of(new NodePlace(
                        Fixtures.node(0),
                        0,
                        "pods",
                        List.of(Fixtures.POOL.block(0)),
                        PodVisibility.BRIDGED,
                        PodAnnouncer.NODE,
                        PodForm.HOSTS,
                        Stream.of("one", "two")
                                .map(each -> new Uplink(Fixtures.device(each), Optional.empty(), Optional.empty()))
                                .toList())),
                switches,
                List.of(Fixtures.POOL),
                Limits.DEFAULT);
    }

    private static List<Announcement.Evpn> told(State state, int type) {
        return state.wanted(Fixtures.device("far")).routes().values().stream()
                .map(Announcement.Evpn.class::cast)
                .filter(each -> each.route().type() == type)
                .toList();
    }

    private State withPod(Layout layout) {
        Event pod = Fixtures.whole(0, 1, Fixtures.attached(1, "a", 0, Fixtures.address(0, 3)));
        return controller.on(Fixtures.configured(controller, layout), pod).state();
    }

    @Test
    void aPodBehindAnEthernetSegmentIsAtEveryVtepOfIt() {
        State state = withPod(pair(true));

        assertThat(told(state, EvpnRoute.ETHERNET_AUTO_DISCOVERY))
                .as("of the segment and of the VNI, at both")
                .hasSize(4)
                .allMatch(each -> ((EvpnRoute.EthernetAutoDiscovery) each.route())
                        .segment()
                        .equals(SEGMENT));
        assertThat(told(state, EvpnRoute.MAC_IP))
                .hasSize(2)
                .allMatch(each -> ((EvpnRoute.MacIp) each.route()).segment().equals(SEGMENT));
    }

    @Test
    void aPodBehindTwoVtepsWithoutSegmentIsAtOne() {
        State state = withPod(pair(false));

        assertThat(told(state, EvpnRoute.ETHERNET_AUTO_DISCOVERY)).isEmpty();
        assertThat(told(state, EvpnRoute.MAC_IP))
                .singleElement()
                .matches(each -> ((EvpnRoute.MacIp) each.route()).segment().equals(EvpnRoute.NO_ESI));
    }

    @Test
    void theSegmentsOfANodeThatIsGoneAreWithdrawn() {
        State state = withPod(pair(true));
        Step step = controller.on(state, new Event.NodeDead(Fixtures.node(0)));

        assertThat(told(step.state(), EvpnRoute.ETHERNET_AUTO_DISCOVERY)).isEmpty();
        assertThat(step.effects().toString()).contains("EthernetAutoDiscovery");
    }
}
