package io.heddle.controller.daemon.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.controller.core.announce.Announcement;
import io.heddle.controller.core.announce.RouteKey;
import io.heddle.controller.core.announce.Wanted;
import io.heddle.controller.southbound.use.KernelTables;
import io.heddle.controller.southbound.use.KernelTables.Route;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PodRoutesTest {

    private static final Prefix POD = Prefix.parse("10.64.0.5/32");
    private static final IpAddress NODE = IpAddress.parse("10.1.1.2");
    private static final Map<Prefix, Route> ATTACHED =
            Map.of(Prefix.parse("10.1.1.0/24"), new Route("kernel", List.of()));
    private static final Wanted WANTED =
            Wanted.of(DeviceName.of("leaf-1"), 7, List.of(Announcement.Unicast.of(POD, NODE)));

    private static KernelTables tables(Map<Prefix, Route> routes) {
        return new KernelTables(new TreeMap<>(routes), new TreeSet<>(), new TreeSet<>());
    }

    private static KernelTables expected(String... prefixes) {
        Map<Prefix, Route> routes = new TreeMap<>();
        Stream.of(prefixes).forEach(each -> routes.put(Prefix.parse(each), new Route("", List.of())));
        return tables(routes);
    }

    private static Map<Prefix, Route> held(String prefix, String protocol, String gateway) {
        Map<Prefix, Route> routes = new TreeMap<>(ATTACHED);
        routes.put(Prefix.parse(prefix), new Route(protocol, List.of(IpAddress.parse(gateway))));
        return routes;
    }

    private static PodRoutes compare(Map<Prefix, Route> held, KernelTables before, KernelTables after) {
        return PodRoutes.of(tables(held), before, after, WANTED, List.of(Prefix.parse("10.64.0.0/16")));
    }

    private static boolean isClean(PodRoutes found) {
        return found.untaken().isEmpty()
                && found.unreachable().isEmpty()
                && found.otherwise().isEmpty()
                && found.missing().isEmpty()
                && found.left().isEmpty();
    }

    @Test
    void whatIsThereAsItWasToldIsClean() {
        KernelTables expected = expected("10.64.0.5/32");

        assertThat(isClean(compare(held("10.64.0.5/32", "bgp", "10.1.1.2"), expected, expected)))
                .isTrue();
    }

    @Test
    void aLostRouteIsUntakenAndWithoutWayToItsNextHopUnreachable() {
        assertThat(compare(ATTACHED, KernelTables.EMPTY, KernelTables.EMPTY).untaken())
                .containsExactly(RouteKey.of(POD));
        PodRoutes nowhere = compare(
                Map.of(Prefix.parse("0.0.0.0/0"), new Route("static", List.of())),
                KernelTables.EMPTY,
                KernelTables.EMPTY);
        assertThat(nowhere.untaken()).isEmpty();
        assertThat(nowhere.unreachable()).containsOnly(Map.entry(POD, NODE));
    }

    @Test
    void aRouteOfSomebodyElseOrByAnotherWayIsOtherwise() {
        assertThat(compare(held("10.64.0.5/32", "static", "10.1.1.2"), KernelTables.EMPTY, KernelTables.EMPTY)
                        .otherwise())
                .containsOnlyKeys(POD);
        assertThat(compare(held("10.64.0.5/32", "bgp", "10.1.1.9"), KernelTables.EMPTY, KernelTables.EMPTY)
                        .otherwise())
                .containsOnlyKeys(POD);
    }

    @Test
    void onlyWhatIsExpectedBeforeAndAfterIsMissing() {
        KernelTables both = expected("10.64.9.1/32", "10.0.0.1/32");

        assertThat(compare(held("10.64.0.5/32", "bgp", "10.1.1.2"), both, both).missing())
                .containsExactly(Prefix.parse("10.64.9.1/32"));
        assertThat(isClean(compare(held("10.64.0.5/32", "bgp", "10.1.1.2"), KernelTables.EMPTY, both)))
                .isTrue();
    }

    @Test
    void onlyWhatBgpLeftInThePoolsIsLeft() {
        Map<Prefix, Route> held = held("10.64.0.5/32", "bgp", "10.1.1.2");
        held.put(Prefix.parse("10.64.0.9/32"), new Route("bgp", List.of(NODE)));
        held.put(Prefix.parse("10.64.0.10/32"), new Route("static", List.of(NODE)));
        held.put(Prefix.parse("10.99.0.9/32"), new Route("bgp", List.of(NODE)));

        assertThat(compare(held, KernelTables.EMPTY, KernelTables.EMPTY).left())
                .containsOnlyKeys(Prefix.parse("10.64.0.9/32"));
        assertThat(compare(held, expected("10.64.0.9/32"), KernelTables.EMPTY).left())
                .isEmpty();
    }
}
