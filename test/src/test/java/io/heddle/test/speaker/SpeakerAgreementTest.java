package io.heddle.test.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.Origination;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.Prefix;
import io.heddle.model.tables.NextHop;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.RouteSource;
import io.heddle.model.tables.SwitchTables;
import io.heddle.simulator.stable.StableState;
import io.heddle.simulator.stable.StableStateSolver;
import io.heddle.test.fabrics.FabricCase;
import io.heddle.test.fabrics.PlannedFabrics;
import io.heddle.test.fabrics.RandomFabrics;
import io.heddle.test.reference.ReferenceSolver;
import io.heddle.test.reference.SessionEnds;
import io.heddle.topology.fault.Outcome;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Speakers that exchanged messages until nothing moved hold what the stable-state solver says, next hop by next hop, in both families:
 * planned fabrics of every design, changed by hand and broken at random.
 *
 * <p>Not compared: fabrics with iBGP (the speaker is not told what is adjacent, rule 5.4) or aggregates, default routes where they are
 * originated (section 3), fabrics with a prefix that oscillates, and EVPN.
 */
class SpeakerAgreementTest {

    private static final int SEEDS = 12;
    private static final int MOST_ROUTES = 4000;

    private int compared;
    private int routes;

    @Test
    void speakersComeToRestWhereTheSolverSays() {
        for (String design : PlannedFabrics.designs()) {
            for (long seed = 0; seed < SEEDS; seed++) {
                String name = design + ", seed " + seed;
                if (PlannedFabrics.of(design, seed) instanceof Outcome.Made<FabricCase>(FabricCase fabric)) {
                    compare(name, fabric);
                }
            }
        }
        assertThat(compared).as("fabrics compared").isGreaterThan(80);
        assertThat(routes).as("routes compared").isGreaterThan(10_000);
    }

    private void compare(String name, FabricCase fabric) {
        ReferenceSolver told =
                ReferenceSolver.of(fabric.fabric(), fabric.config(), fabric.endpoints(), fabric.outage());
        if (told.sessions().isEmpty()
                || !told.sessions().stream().allMatch(SessionEnds::isExternal)
                || aggregates(told)) {
            return;
        }
        int size = told.routers().keySet().stream()
                .mapToInt(each -> told.originated(each).size())
                .sum();
        if (size > MOST_ROUTES) {
            return;
        }
        StableState stable =
                StableStateSolver.solve(fabric.fabric(), fabric.config(), fabric.endpoints(), fabric.outage());
        if (!stable.oscillating().isEmpty()) {
            return;
        }
        SpeakerFabric speakers = new SpeakerFabric(told, 1);
        speakers.settle();
        for (Map.Entry<DeviceName, BgpConfig> each : told.routers().entrySet()) {
            stable.tables(each.getKey())
                    .ifPresent(tables -> compare(name, each.getKey(), each.getValue(), tables, speakers));
        }
        compared++;
    }

    private static boolean aggregates(ReferenceSolver told) {
        return told.routers().values().stream()
                .flatMap(each -> each.originations().stream())
                .anyMatch(Origination.Aggregate.class::isInstance);
    }

    private void compare(String name, DeviceName router, BgpConfig bgp, SwitchTables tables, SpeakerFabric speakers) {
        boolean sendsDefault = bgp.originations().stream().anyMatch(Origination.DefaultRoute.class::isInstance);
        SortedMap<Prefix, SortedSet<NextHop>> expected = new TreeMap<>();
        Set<Prefix> otherwise = new HashSet<>();
        tables.routes().filter(each -> each.vrf().equals(VrfName.DEFAULT)).forEach(each -> {
            if (isFromBgp(each)) {
                expected.put(each.prefix(), new TreeSet<>(each.nextHops()));
            } else {
                otherwise.add(each.prefix());
            }
        });
        SortedMap<Prefix, SortedSet<NextHop>> found = new TreeMap<>(speakers.chosen(router));
        found.keySet().removeAll(otherwise);
        found.values().removeIf(Set::isEmpty);
        if (sendsDefault) {
            found.keySet().removeIf(each -> each.length() == 0);
            expected.keySet().removeIf(each -> each.length() == 0);
        }
        assertThat(found).as("%s: what %s has chosen", name, router).isEqualTo(expected);
        routes += found.size();
    }

    private static boolean isFromBgp(RouteEntry route) {
        return route.source() == RouteSource.BGP_EXTERNAL || route.source() == RouteSource.BGP_INTERNAL;
    }

    @Test
    void thisHoldsForConfigurationsNoPlannerWouldMake() {
        for (long seed = 0; seed < 60; seed++) {
            compare("random, seed " + seed, RandomFabrics.of(seed));
        }
        assertThat(compared).as("fabrics compared").isGreaterThan(5);
    }

    @Test
    void theSameFabricAndSeedGiveTheSameTrace() {
        FabricCase fabric =
                PlannedFabrics.of(PlannedFabrics.designs().getFirst(), 3).orThrow();
        ReferenceSolver told =
                ReferenceSolver.of(fabric.fabric(), fabric.config(), fabric.endpoints(), fabric.outage());
        SpeakerFabric first = new SpeakerFabric(told, 9);
        SpeakerFabric second = new SpeakerFabric(told, 9);
        first.settle();
        second.settle();
        assertThat(first.trace()).isEqualTo(second.trace());
    }
}
