package io.heddle.controller.southbound.bgp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.bgp.netty.TransportOptions;
import io.heddle.bgp.netty.TransportOptions.ListenAddress;
import io.heddle.bgp.session.SessionTimers;
import io.heddle.bgp.session.TransportConfig;
import io.heddle.controller.core.announce.Announcement;
import io.heddle.controller.core.announce.RouteKey;
import io.heddle.controller.core.announce.Wanted;
import io.heddle.controller.southbound.Observation;
import io.heddle.controller.southbound.SwitchEvent;
import io.heddle.controller.southbound.SwitchStatus;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.Community;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The driver with other drivers in the place of switches: each of those knows one peer, "up", and observes what it is told. */
class BgpDriverTest {

    private static final IpAddress OWN = IpAddress.parse("127.0.0.1");
    private static final Asn AS = new Asn(64999);
    private static final DeviceName UP = DeviceName.of("controller");
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private final List<BgpDriver> drivers = new ArrayList<>();
    private final List<Throwable> troubles = new CopyOnWriteArrayList<>();
    private final List<SwitchEvent> events = new CopyOnWriteArrayList<>();

    @AfterEach
    void end() {
        drivers.forEach(BgpDriver::close);
        assertThat(troubles).isEmpty();
    }

    private BgpDriver start(BgpSouthbound config) throws Exception {
        BgpDriver driver = BgpDriver.start(config, new Random(7), troubles::add);
        drivers.add(driver);
        return driver;
    }

    private BgpDriver controller(BgpSwitch... switches) throws Exception {
        BgpDriver driver = start(new BgpSouthbound(
                AS,
                OWN,
                TransportOptions.DEFAULT.listeningOn(new ListenAddress(OWN, 0)),
                Stream.of(switches).map(BgpSwitch::waiting).toList()));
        driver.listen(events::add);
        return driver;
    }

    private static BgpSwitch leaf(int number) {
        return quick(BgpSwitch.of(name(number), TransportConfig.of(address(number)), new Asn(65100 + number)));
    }

    private static BgpSwitch quick(BgpSwitch each) {
        return each.withTimers(SessionTimers.DEFAULT
                        .withConnectRetry(Duration.ofMillis(100))
                        .withIdleHold(Duration.ofMillis(50), Duration.ofMillis(100)))
                .withFamilies(Set.of(AddressFamily.IPV4_UNICAST, AddressFamily.L2VPN_EVPN));
    }

    private static DeviceName name(int number) {
        return DeviceName.of("leaf-" + number);
    }

    private static IpAddress address(int number) {
        return IpAddress.parse("127.2.0." + number);
    }

    /** What stands for a leaf: connects to the controller. */
    private BgpDriver standIn(BgpDriver controller, int number, Asn as) throws Exception {
        TransportConfig to = TransportConfig.of(OWN)
                .withPort(controller.addresses().getFirst().getPort())
                .withLocalAddress(address(number));
        return start(new BgpSouthbound(
                as, address(number), TransportOptions.DEFAULT.listeningOn(), List.of(quick(BgpSwitch.of(UP, to, AS)))));
    }

    private BgpDriver standIn(BgpDriver controller, int number) throws Exception {
        return standIn(controller, number, new Asn(65100 + number));
    }

    private static Announcement pod(int number) {
        return Announcement.Unicast.of(Prefix.host(IpAddress.parse("10.244.0." + number)), IpAddress.parse("10.1.1.2"));
    }

    private static Set<RouteKey> heard(BgpDriver leaf) {
        return leaf.observe(UP).routes().keySet();
    }

    private static SwitchStatus status(BgpDriver controller) {
        return Objects.requireNonNull(controller.status().get(name(1)));
    }

    private static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain until " + what).isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    @Test
    void eachSwitchHearsWhatIsWantedOfItAndNothingElse() throws Exception {
        BgpDriver controller = controller(leaf(1), leaf(2));
        BgpDriver one = standIn(controller, 1);
        BgpDriver two = standIn(controller, 2);
        two.want(List.of(Wanted.of(UP, 1, List.of(pod(99)))));

        controller.want(
                List.of(Wanted.of(name(1), 1, List.of(pod(1), pod(2))), Wanted.of(name(2), 1, List.of(pod(3)))));

        until("all is heard", () -> heard(one).size() == 2 && heard(two).size() == 1);
        until("the other way too", () -> controller.observe(name(2)).routes().size() == 1);
        assertThat(heard(one)).containsExactly(pod(1).key(), pod(2).key());
        assertThat(heard(two)).containsExactly(pod(3).key());

        controller.want(List.of(Wanted.of(name(1), 2, List.of(pod(2), pod(4)))));

        until("the change is heard", () -> heard(one).equals(Set.of(pod(2).key(), pod(4).key())));
        assertThat(heard(two)).containsExactly(pod(3).key());
        assertThat(controller.observe(name(1)).routes()).isEmpty();
    }

    @Test
    void aSwitchThatComesLaterIsToldAllAtOnce() throws Exception {
        BgpDriver controller = controller(leaf(1));
        controller.want(List.of(Wanted.of(name(1), 7, List.of(pod(1), pod(2)))));
        SwitchStatus before = status(controller);
        assertThat(before.told()).isEmpty();
        assertThat(before.up()).isFalse();

        BgpDriver one = standIn(controller, 1);

        until("it is told", () -> events.contains(new SwitchEvent.Told(name(1), 7)));
        until("it has heard", () -> heard(one).size() == 2);
        assertThat(status(controller)).satisfies(each -> {
            assertThat(each.isCurrent()).isTrue();
            assertThat(each.routes()).isEqualTo(2);
            assertThat(each.bytesSent()).isPositive();
        });
        assertThat(events).startsWith(new SwitchEvent.Up(name(1)));
    }

    @Test
    void whatIsToldIsForgottenWhenTheSessionEnds() throws Exception {
        BgpDriver controller = controller(leaf(1));
        BgpDriver one = standIn(controller, 1);
        controller.want(List.of(Wanted.of(name(1), 3, List.of(pod(1)))));
        until("it is told", () -> events.contains(new SwitchEvent.Told(name(1), 3)));

        one.close();

        until("it is down", () -> events.getLast() instanceof SwitchEvent.Down);
        assertThat(status(controller).told()).isEmpty();
    }

    @Test
    void anEmptyChangeIsToldAtOnce() throws Exception {
        BgpDriver controller = controller(leaf(1));
        standIn(controller, 1);
        controller.want(List.of(Wanted.of(name(1), 1, List.of(pod(1)))));
        until("it is told", () -> events.contains(new SwitchEvent.Told(name(1), 1)));

        controller.want(List.of(Wanted.of(name(1), 2, List.of(pod(1)))));

        until("the next revision too", () -> events.contains(new SwitchEvent.Told(name(1), 2)));
    }

    @Test
    void anOlderRevisionIsPassedOver() throws Exception {
        BgpDriver controller = controller(leaf(1));
        controller.want(List.of(Wanted.of(name(1), 5, List.of(pod(1)))));
        controller.want(List.of(Wanted.of(name(1), 4, List.of(pod(2)))));
        BgpDriver one = standIn(controller, 1);

        until("it has heard", () -> !heard(one).isEmpty());
        assertThat(heard(one)).containsExactly(pod(1).key());
        assertThat(status(controller).wanted()).isEqualTo(5);
    }

    @Test
    void noAdvertiseReachesTheSwitch() throws Exception {
        BgpDriver controller = controller(leaf(1));
        BgpDriver one = standIn(controller, 1);
        Announcement kept = new Announcement.Unicast(
                Prefix.parse("10.244.0.1/32"),
                IpAddress.parse("10.1.1.2"),
                List.of(Community.NO_ADVERTISE, Community.NO_EXPORT));

        controller.want(List.of(Wanted.of(name(1), 1, List.of(kept))));

        until("it has heard", () -> !heard(one).isEmpty());
    }

    @Test
    void clientsOfTheRouteServerHearEachOther() throws Exception {
        BgpDriver controller = controller(leaf(1).beingReflected(), leaf(2).beingReflected(), leaf(3));
        BgpDriver one = standIn(controller, 1);
        BgpDriver two = standIn(controller, 2);
        BgpDriver three = standIn(controller, 3);
        one.want(List.of(Wanted.of(UP, 1, List.of(pod(1)))));
        controller.want(List.of(Wanted.of(name(2), 1, List.of(pod(7)))));

        until("the other client hears it", () -> heard(two).contains(pod(1).key()));
        until(
                "both hear what is wanted",
                () -> heard(one).contains(pod(7).key()) && heard(two).contains(pod(7).key()));
        assertThat(two.observe(UP).routes().get(pod(1).key()))
                .isEqualTo(new Observation.Route(IpAddress.parse("10.1.1.2"), Optional.empty()));
        assertThat(heard(three)).isEmpty();
    }

    @Test
    void clientsOfTheReflectorHearEachOther() throws Exception {
        BgpSwitch first =
                quick(BgpSwitch.of(name(1), TransportConfig.of(address(1)), AS)).beingReflected();
        BgpSwitch second =
                quick(BgpSwitch.of(name(2), TransportConfig.of(address(2)), AS)).beingReflected();
        BgpDriver controller = controller(first, second);
        BgpDriver one = standIn(controller, 1, AS);
        BgpDriver two = standIn(controller, 2, AS);
        one.want(List.of(Wanted.of(UP, 1, List.of(pod(1)))));

        until("the other client hears it", () -> heard(two).contains(pod(1).key()));
    }

    @Test
    void aSwitchThatIsNotKnownIsRefused() throws Exception {
        BgpDriver controller = controller(leaf(1));

        assertThatThrownBy(() -> controller.want(List.of(Wanted.nothing(name(2)))))
                .hasMessageContaining("no switch leaf-2");
    }

    @Test
    void twoSwitchesAtOneAddressAreRefused() {
        BgpSwitch other = BgpSwitch.of(name(2), TransportConfig.of(address(1)), AS);

        assertThatThrownBy(() ->
                        new BgpSouthbound(AS, OWN, TransportOptions.DEFAULT.listeningOn(), List.of(leaf(1), other)))
                .hasMessageContaining("of another switch");
    }
}
