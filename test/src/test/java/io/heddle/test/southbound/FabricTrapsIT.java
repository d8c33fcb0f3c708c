package io.heddle.test.southbound;

import static io.heddle.test.southbound.Controllers.device;
import static io.heddle.test.southbound.Controllers.host;
import static io.heddle.test.southbound.Controllers.pod;
import static io.heddle.test.southbound.Controllers.subnet;
import static io.heddle.test.southbound.Controllers.tell;
import static io.heddle.test.southbound.Controllers.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.controller.core.announce.Announcement;
import io.heddle.controller.core.announce.HostOrigin;
import io.heddle.controller.core.announce.Placements;
import io.heddle.controller.core.announce.Wanted;
import io.heddle.controller.southbound.Observation;
import io.heddle.controller.southbound.bgp.BgpDriver;
import io.heddle.model.config.Community;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.Vni;
import io.heddle.test.fabrics.RouteMonitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each way in which a controller breaks a fabric of FRR, and that this one does not. */
class FabricTrapsIT {

    private static final String POD = "10.244.1.5";
    private static final String NODE = "10.1.1.2";

    private static @Nullable FrrFabric started;
    private final List<BgpDriver> drivers = new ArrayList<>();

    @BeforeAll
    static void build() throws Exception {
        started = FrrFabric.start(2, 3);
        started.untilItStands();
        started.run("n1", "ip", "addr", "add", POD + "/32", "dev", "lo");
    }

    @AfterAll
    static void remove() throws Exception {
        if (started != null) {
            started.close();
        }
    }

    private FrrFabric fabric;

    @BeforeEach
    void begin() {
        fabric = Objects.requireNonNull(started);
    }

    /** Without a controller nothing of it may be left. */
    @AfterEach
    void end() throws Exception {
        drivers.forEach(BgpDriver::close);
        for (String each : fabric.leafNames()) {
            FrrFabric.until(
                    each + " has forgotten",
                    () -> fabric.routes(each, "10.244.0.0/16").isEmpty()
                            && fabric.routes(each, "10.60.0.0/16").isEmpty());
        }
    }

    private BgpDriver controller(String address, List<String> routers) throws Exception {
        BgpDriver driver = Controllers.start(fabric, address, routers);
        drivers.add(driver);
        return driver;
    }

    @Test
    void transitThroughTheControllerDoesNotHappen() throws Exception {
        List<String> before = new ArrayList<>();
        for (String each : fabric.routers()) {
            before.add(fabric.routes(each, "10.0.0.0/8"));
        }
        BgpDriver driver = controller(Controllers.FIRST, fabric.routers());
        for (String each : fabric.routers()) {
            tell(driver, wanted(each, 1));
            // Everything the switch has to say has come: so it could have been passed on.
            FrrFabric.until(
                    each + " has told us of the leafs",
                    () -> driver.observe(device(each)).routes().keySet().stream()
                                    .filter(key -> key.toString().startsWith("10.0.0."))
                                    .count()
                            >= 3);
        }
        List<String> after = new ArrayList<>();
        for (String each : fabric.routers()) {
            assertThat(fabric.ask(each, "show bgp ipv4 unicast neighbors 172.31.0.254 routes"))
                    .doesNotContain("10.");
            after.add(fabric.routes(each, "10.0.0.0/8"));
        }
        assertThat(after).isEqualTo(before);
        assertThat(String.join("", after)).doesNotContain("172.31.0.254");
    }

    @Test
    void podIsReachedThroughItsOwnLeaf() throws Exception {
        BgpDriver driver = controller(Controllers.FIRST, fabric.leafNames());

        tell(driver, wanted("l1", 1, pod(POD, NODE)));

        FrrFabric.until("the far leaf has it by both spines", () -> fabric.routes("l2", POD)
                .contains("nexthop"));
        // Third-party next hop: the node, not the controller, whose address leads nowhere.
        assertThat(fabric.routes("l1", POD)).contains("via " + NODE).doesNotContain("172.31.0");
        assertThat(fabric.routes("l2", POD)).doesNotContain("172.31.0");
        assertThat(fabric.pings("n2", POD)).isTrue();
        assertThat(fabric.pings("n3", POD)).isTrue();
    }

    @Test
    void theControllersOwnAddressIsNoNextHop() throws Exception {
        BgpDriver driver = controller(Controllers.FIRST, fabric.leafNames());

        assertThatThrownBy(() -> driver.want(List.of(wanted("l1", 1, pod(POD, Controllers.FIRST)))))
                .hasMessageContaining("controller's own 172.31.0.254");
        assertThat(driver.status()).hasEntrySatisfying(device("l1"), each -> assertThat(each.wanted())
                .isZero());
    }

    @Test
    void podAtEveryLeafWouldLoopAndIsFoundBeforehand() throws Exception {
        List<Wanted> wants = Stream.of("l1", "l2", "l3")
                .map(each -> wanted(each, 1, pod(POD, NODE)))
                .toList();

        assertThat(problems(wants, List.of()))
                .extracting(Object::toString)
                .satisfiesExactly(each -> assertThat(each).contains("10.244.1.5/32 at l2"), each -> assertThat(each)
                        .contains("10.244.1.5/32 at l3"));

        // Told all the same, the fabric shows what for: a spine balances over leafs that send back to it.
        BgpDriver driver = controller(Controllers.FIRST, fabric.leafNames());
        tell(driver, wants.toArray(Wanted[]::new));
        FrrFabric.until("a spine balances", () -> fabric.routes("s1", POD).split("nexthop", -1).length == 4);
    }

    @Test
    void podThatEverySwitchKeepsDoesNotLoop() throws Exception {
        Announcement kept = new Announcement.Unicast(
                Prefix.host(IpAddress.parse(POD)), IpAddress.parse(NODE), List.of(Community.NO_ADVERTISE));
        List<Wanted> wants =
                fabric.routers().stream().map(each -> wanted(each, 1, kept)).toList();
        assertThat(problems(wants, List.of())).isEmpty();

        BgpDriver driver = controller(Controllers.FIRST, fabric.routers());
        tell(driver, wants.toArray(Wanted[]::new));

        for (String each : fabric.routers()) {
            FrrFabric.until(each + " has it", () -> !fabric.routes(each, POD).isEmpty());
        }
        assertThat(fabric.routes("s1", POD)).doesNotContain("nexthop");
        assertThat(fabric.pings("n2", POD)).isTrue();
    }

    @Test
    void subnetHasItsRoutersMacAndSurvivesBeingWithdrawn() throws Exception {
        BgpDriver driver = controller(Controllers.FIRST, List.of("l1", "l2"));
        for (int round = 0; round < 2; round++) {
            tell(driver, wanted("l1", 2L * round + 1, subnet("10.60.3.0/24", 3)));
            FrrFabric.until("it is routed over the L3VNI", () -> fabric.routes("l1", "10.60.3.0/24")
                    .contains("via 10.0.0.3 dev br5000"));
            FrrFabric.until("the VTEP has its MAC", () -> fabric.neighbors("l1", "br5000")
                    .contains("10.0.0.3 lladdr " + FrrFabric.routerMac(3)));
            assertThat(fabric.neighbors("l1", "br5000")).doesNotContain("00:00:00:00:00:00");
            tell(driver, wanted("l1", 2L * round + 2));
            FrrFabric.until(
                    "it is gone", () -> fabric.routes("l1", "10.60.3.0/24").isEmpty());
            assertThat(fabric.neighbors("l1", "br5000")).contains("10.0.0.3 lladdr " + FrrFabric.routerMac(3));
        }
    }

    @Test
    void withoutAnotherControllerEvpnGoesAtOnceAndWithOneNothingMoves() throws Exception {
        String mac = "02:00:00:00:09:09";
        BgpDriver first = controller(Controllers.FIRST, fabric.leafNames());
        BgpDriver second = controller(Controllers.SECOND, fabric.leafNames());
        Wanted[] wants = {
            wanted("l1", 1, pod(POD, NODE), host(mac, 2), subnet("10.60.3.0/24", 3)),
            wanted("l2", 1, host("02:00:00:00:09:08", 1))
        };
        tell(first, wants);
        tell(second, wants);
        FrrFabric.until(
                "both controllers' routes are there",
                () -> fabric.macs("l1", "vx100").contains(mac)
                        && fabric.routes("l1", "10.60.3.0/24").contains("br5000")
                        && fabric.routes("l3", POD).contains("nexthop")
                        && fabric.ask("l1", "show bgp ipv4 unicast " + POD).contains("(2 available"));
        try (RouteMonitor monitor = RouteMonitor.start(fabric.leafSpaces())) {
            first.close();
            FrrFabric.until("FRR has noticed", () -> fabric.ask("l1", "show bgp ipv4 unicast " + POD)
                    .contains("(1 available"));
            FrrFabric.until("in EVPN too", () -> !fabric.ask("l1", "show bgp l2vpn evpn summary")
                    .contains(Controllers.FIRST));
            monitor.untilItHasSeen();

            assertThat(monitor.changes()).isEmpty();
        }
        second.close();
        FrrFabric.until("without any the MAC goes, graceful restart or not", () -> !fabric.macs("l1", "vx100")
                .contains(mac));
    }

    @Test
    void macThatALeafAnnouncesIsNotAnnouncedByTheController() throws Exception {
        BgpDriver driver = controller(Controllers.FIRST, fabric.leafNames());
        fabric.pings("n1", "192.168.100.2");
        Mac mac = Mac.parse(FrrFabric.hostMac(1));
        HostOrigin own = new HostOrigin(mac, new Vni(100), Controllers.vtep(1));
        FrrFabric.until(
                "the leaf announces its host",
                () -> driver.observe(device("l1")).origins().contains(own));

        List<Wanted> wants = List.of(wanted("l3", 1, host(mac.toString(), 2)));
        Observation seen = driver.observe(device("l1"));

        assertThat(problems(wants, seen.origins())).singleElement().isInstanceOf(Placements.Problem.TwoOrigins.class);
        assertThat(fabric.ask("l3", "show bgp l2vpn evpn route type 2")).doesNotContain("MM:");
    }

    private List<Placements.Problem> problems(List<Wanted> wants, List<HostOrigin> others) {
        return Placements.problems(
                wants,
                fabric.routers().stream().map(Controllers::device).toList(),
                (device, address) -> device.equals(device("l1")) && address.equals(IpAddress.parse(NODE)),
                others);
    }
}
