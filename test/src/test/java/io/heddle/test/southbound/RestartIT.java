package io.heddle.test.southbound;

import static io.heddle.test.southbound.Controllers.device;
import static io.heddle.test.southbound.Controllers.host;
import static io.heddle.test.southbound.Controllers.pod;
import static io.heddle.test.southbound.Controllers.tell;
import static io.heddle.test.southbound.Controllers.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.controller.southbound.SwitchStatus;
import io.heddle.controller.southbound.bgp.BgpDriver;
import io.heddle.model.config.AddressFamily;
import io.heddle.test.fabrics.RouteMonitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What FRR makes of a controller's graceful restart (RFC 4724). */
class RestartIT {

    private static final String STAYS = "10.244.1.5";
    private static final String ENDS = "10.244.1.6";
    private static final String NODE = "10.1.1.2";
    private static final String STAYS_V6 = "fd00:244:1::5";
    private static final String ENDS_V6 = "fd00:244:1::6";
    private static final String NODE_V6 = "fd00:1:1::2";
    private static final String MAC = "02:00:00:00:09:09";
    private static final int LONG = 300;

    private static @Nullable FrrFabric started;
    private final List<BgpDriver> drivers = new ArrayList<>();
    private FrrFabric fabric;

    @BeforeAll
    static void build() throws Exception {
        started = FrrFabric.start(1, 2);
        started.untilItStands();
    }

    @AfterAll
    static void remove() throws Exception {
        if (started != null) {
            started.close();
        }
    }

    @BeforeEach
    void begin() {
        fabric = Objects.requireNonNull(started);
    }

    /** A controller without graceful restart takes the place of those that asked for it, so that nothing is kept for the next test. */
    @AfterEach
    void end() throws Exception {
        for (String each : List.of(Controllers.FIRST, Controllers.SECOND)) {
            drivers.forEach(BgpDriver::close);
            tell(controller(each, 0), wanted("l1", 1));
        }
        drivers.forEach(BgpDriver::close);
        FrrFabric.until(
                "all is forgotten",
                () -> fabric.routes("l1", "10.244.0.0/16").isEmpty()
                        && fabric.routes("l1", "fd00:244::/32").isEmpty());
    }

    private BgpDriver controller(String address, int restartTime) throws Exception {
        BgpDriver driver = Controllers.start(
                fabric,
                address,
                restartTime,
                List.of("l1"),
                each -> each.withFamilies(
                        Set.of(AddressFamily.IPV4_UNICAST, AddressFamily.IPV6_UNICAST, AddressFamily.L2VPN_EVPN)));
        drivers.add(driver);
        return driver;
    }

    private void untilTheFarLeafHas(String pod) throws Exception {
        FrrFabric.until("l2 has " + pod, () -> !fabric.routes("l2", pod).isEmpty());
    }

    private void untilLost(String controller) throws Exception {
        FrrFabric.until("l1 has lost " + controller, () -> !fabric.ask("l1", "show bgp neighbors " + controller)
                .contains("BGP state = Established"));
    }

    @Test
    void routesStayWhileTheControllerRestartsAndWhatIsNotToldAgainGoesThen() throws Exception {
        BgpDriver first = controller(Controllers.FIRST, LONG);
        tell(
                first,
                wanted(
                        "l1",
                        1,
                        pod(STAYS, NODE),
                        pod(ENDS, NODE),
                        pod(STAYS_V6, NODE_V6),
                        pod(ENDS_V6, NODE_V6),
                        host(MAC, 2)));
        for (String each : List.of(STAYS, ENDS, STAYS_V6, ENDS_V6)) {
            untilTheFarLeafHas(each);
        }
        FrrFabric.until("the MAC is there", () -> fabric.macs("l1", "vx100").contains(MAC));
        try (RouteMonitor monitor = RouteMonitor.start(fabric.leafSpaces())) {
            first.close();
            untilLost(Controllers.FIRST);
            // FRR 8.4 keeps no EVPN route, though the capability names the family.
            FrrFabric.until("the MAC is gone", () -> !fabric.macs("l1", "vx100").contains(MAC));

            BgpDriver second = controller(Controllers.FIRST, LONG);
            FrrFabric.until("it is back", () -> status(second).up());
            monitor.untilItHasSeen();
            // It does not know yet what is wanted: nothing is said, so nothing goes.
            assertThat(monitor.changes()).noneMatch(each -> each.contains("10.244.") || each.contains("fd00:244:"));

            tell(second, wanted("l1", 1, pod(STAYS, NODE), pod(STAYS_V6, NODE_V6), host(MAC, 2)));
            for (String each : List.of(ENDS, ENDS_V6)) {
                FrrFabric.until(
                        "what ended meanwhile is gone: " + each,
                        () -> fabric.routes("l1", each).isEmpty()
                                && fabric.routes("l2", each).isEmpty());
            }
            FrrFabric.until("the MAC is back", () -> fabric.macs("l1", "vx100").contains(MAC));
            assertThat(monitor.changes())
                    .noneMatch(each -> each.contains(STAYS) || each.contains(STAYS_V6))
                    .as("the monitor sees both families")
                    .anyMatch(each -> each.contains(ENDS))
                    .anyMatch(each -> each.contains(ENDS_V6));
        }
    }

    @Test
    void aControllerThatFallsSilentIsMissedByTheHoldTimeAndItsRoutesStay() throws Exception {
        BgpDriver driver = controller(Controllers.FIRST, LONG);
        tell(driver, wanted("l1", 1, pod(STAYS, NODE), pod(STAYS_V6, NODE_V6)));
        untilTheFarLeafHas(STAYS);
        untilTheFarLeafHas(STAYS_V6);
        try (RouteMonitor monitor = RouteMonitor.start(fabric.leafSpaces())) {
            fabric.silence("l1", true);
            untilLost(Controllers.FIRST);
            monitor.untilItHasSeen();
            // FRR may have tried again meanwhile, and then no longer says why it ended the session; that it did stays
            // counted.
            assertThat(fabric.ask("l1", "show bgp neighbors " + Controllers.FIRST))
                    .containsPattern("Notifications: +1 +0");
            assertThat(monitor.changes()).noneMatch(each -> each.contains(STAYS) || each.contains(STAYS_V6));
        } finally {
            fabric.silence("l1", false);
        }
    }

    @Test
    void withoutAControllerRoutesGoAfterTheRestartTime() throws Exception {
        BgpDriver driver = controller(Controllers.FIRST, 2);
        tell(driver, wanted("l1", 1, pod(STAYS, NODE), pod(STAYS_V6, NODE_V6)));
        untilTheFarLeafHas(STAYS);
        untilTheFarLeafHas(STAYS_V6);

        driver.close();

        for (String each : List.of(STAYS, STAYS_V6)) {
            FrrFabric.until(
                    each + " is gone",
                    () -> fabric.routes("l1", each).isEmpty()
                            && fabric.routes("l2", each).isEmpty());
        }
    }

    private static SwitchStatus status(BgpDriver driver) {
        return Objects.requireNonNull(driver.status().get(device("l1")));
    }
}
