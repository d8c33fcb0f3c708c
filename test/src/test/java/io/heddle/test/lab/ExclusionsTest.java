package io.heddle.test.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.lab.diff.Fidelity;
import io.heddle.lab.diff.Peculiarity;
import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.RoutedPort.InterfaceAddress;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import io.heddle.model.tables.ExplicitTables;
import io.heddle.model.tables.FdbEntry;
import io.heddle.model.tables.NeighborEntry;
import io.heddle.model.tables.NextHop;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.RouteSource;
import io.heddle.model.tables.SwitchTables;
import io.heddle.simulator.stable.StableStateSolver;
import io.heddle.test.fabrics.FabricCase;
import io.heddle.test.fabrics.PlannedFabrics;
import io.heddle.topology.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What {@code heddle lab diff} leaves out is what it says, and nothing beside it: every entry of a fabric is taken away once, alone, and
 * must be a difference unless the exclusion's words fit it.
 */
class ExclusionsTest {

    /** A route, a neighbour or a MAC of a switch. */
    private record Entry(DeviceName device, Object value) {}

    private record Computed(NetworkConfig config, Map<DeviceName, SwitchTables> tables) {

        static Computed of(FabricCase each, Outage outage) {
            return new Computed(
                    each.config(),
                    StableStateSolver.solve(each.fabric(), each.config(), each.endpoints(), outage)
                            .tables());
        }

        SwitchConfig config(DeviceName device) {
            return config.switches().stream()
                    .filter(each -> each.name().equals(device))
                    .findFirst()
                    .orElseThrow();
        }

        SwitchTables of(DeviceName device) {
            return Optional.ofNullable(tables.get(device)).orElseThrow();
        }

        List<Entry> entries() {
            List<Entry> entries = new ArrayList<>();
            tables.forEach((device, each) -> Stream.of(each.routes(), each.neighbors(), each.macs())
                    .flatMap(all -> all)
                    .forEach(value -> entries.add(new Entry(device, value))));
            return entries;
        }

        /** With something else, or with nothing, in the place of an entry. */
        Fidelity with(Entry entry, Optional<?> other) {
            Map<DeviceName, ExplicitTables> held = new LinkedHashMap<>();
            tables.forEach((device, each) -> held.put(
                    device,
                    device.equals(entry.device)
                            ? ExplicitTables.of(
                                    config(device),
                                    replaced(RouteEntry.class, each.routes(), entry.value, other),
                                    replaced(NeighborEntry.class, each.neighbors(), entry.value, other),
                                    replaced(FdbEntry.class, each.macs(), entry.value, other),
                                    each.floodList().toList(),
                                    each.remoteVteps().toList())
                            : ExplicitTables.copyOf(each)));
            return Fidelity.of(config, tables, held);
        }

        private static <E> List<E> replaced(Class<E> kind, Stream<E> all, Object old, Optional<?> other) {
            return all.flatMap(each -> each.equals(old) ? other.stream().map(kind::cast) : Stream.of(each))
                    .toList();
        }

        /** Takes away each entry once; returns how many were excused for the reason. */
        int excusedOnlyIf(Peculiarity reason, BiPredicate<SwitchConfig, Object> fits) {
            int excused = 0;
            for (Entry each : entries()) {
                Fidelity fidelity = with(each, Optional.empty());
                boolean expected = fits.test(config(each.device), each.value);
                assertThat(fidelity.excluded().getOrDefault(reason, 0))
                        .as("excused: " + each)
                        .isEqualTo(expected ? 1 : 0);
                assertThat(fidelity.differences()).as("found: " + each).hasSize(expected ? 0 : 1);
                excused += expected ? 1 : 0;
            }
            return excused;
        }
    }

    private static FabricCase random(String design, long seed) {
        return PlannedFabrics.asPlanned(design, seed).orThrow();
    }

    private static FabricCase segments() {
        Plan plan = LabScenarios.plan("ethernet-segments", "evpn-symmetric");
        return new FabricCase(plan.fabric(), plan.config(), plan.endpoints(), Outage.NONE);
    }

    /** Every leaf for itself. */
    private static Outage withoutSpines(FabricCase each) {
        return new Outage(
                each.fabric().switches().stream()
                        .filter(one -> one.role() == SwitchRole.SPINE)
                        .map(one -> one.name())
                        .collect(Collectors.toSet()),
                Set.of());
    }

    private static boolean isBehindSegment(Computed computed, SwitchConfig config, Object value) {
        return switch (value) {
            case FdbEntry mac ->
                mac.target() instanceof FdbEntry.Target.Port port
                        && config.bridgePorts().stream()
                                .anyMatch(each -> each.name().equals(port.bridgePort())
                                        && each.esi().isPresent());
            case NeighborEntry neighbor ->
                neighbor.vtep().isEmpty()
                        && computed.of(config.name())
                                .mac(neighbor.vlan(), neighbor.mac())
                                .filter(mac -> isBehindSegment(computed, config, mac))
                                .isPresent();
            default -> false;
        };
    }

    @Test
    void aLeafCutOffFromItsSegmentNeedNotKnowItsHosts() {
        FabricCase segments = segments();
        Computed cut = Computed.of(segments, withoutSpines(segments));

        assertThat(cut.excusedOnlyIf(
                        Peculiarity.ONE_MEMBER_SPEAKS, (config, value) -> isBehindSegment(cut, config, value)))
                .isPositive();
    }

    @Test
    void aLeafThatReachesItsSegmentsOthersMustKnowTheHosts() {
        Computed whole = Computed.of(segments(), Outage.NONE);

        assertThat(whole.excusedOnlyIf(Peculiarity.ONE_MEMBER_SPEAKS, (_, _) -> false))
                .isZero();
    }

    @Test
    void aMacOfASegmentAtTheWrongPortIsFound() {
        FabricCase segments = segments();
        for (Outage outage : List.of(Outage.NONE, withoutSpines(segments))) {
            Computed computed = Computed.of(segments, outage);
            for (Entry each : computed.entries()) {
                if (each.value instanceof FdbEntry mac && mac.target() instanceof FdbEntry.Target.Port) {
                    FdbEntry elsewhere = new FdbEntry(mac.vlan(), mac.mac(), new FdbEntry.Target.Port("elsewhere"));
                    assertThat(computed.with(each, Optional.of(elsewhere)).differences())
                            .as(each.toString())
                            .hasSize(1);
                }
            }
        }
    }

    @Test
    void hostRoutesOfAddressesThatNoInterfaceCoversAreExcused() {
        Computed computed = Computed.of(random("evpn-symmetric-bridged-pods", 266), Outage.NONE);
        List<Prefix> covered = computed.config.switches().stream()
                .flatMap(each -> each.vlans().stream())
                .flatMap(each -> each.svi().stream())
                .flatMap(each -> Stream.concat(each.own().stream(), each.anycastGateway().stream()))
                .map((InterfaceAddress each) -> Prefix.covering(each.address(), each.length()))
                .toList();

        assertThat(computed.excusedOnlyIf(
                        Peculiarity.ADDRESS_OUTSIDE_ITS_SUBNET,
                        (_, value) -> value instanceof RouteEntry route
                                && route.source() == RouteSource.EVPN
                                && route.prefix().isHost()
                                && covered.stream()
                                        .noneMatch(each ->
                                                each.contains(route.prefix().address()))))
                .isPositive();
    }

    @Test
    void staticIpv6RoutesOverSeveralLinksAreExcused() {
        Computed computed = Computed.of(random("node-blocks", 49), Outage.NONE);

        assertThat(computed.excusedOnlyIf(
                        Peculiarity.IPV6_LEGS_WITHOUT_GATEWAY,
                        (_, value) -> value instanceof RouteEntry route
                                && route.source() == RouteSource.STATIC
                                && route.prefix().family() == IpFamily.IPV6
                                && route.nextHops().size() > 1))
                .isPositive();
    }

    @Test
    void oneLegOfAStaticIpv6RouteThatIsGoneIsFound() {
        Computed computed = Computed.of(random("node-blocks", 49), Outage.NONE);
        for (Entry each : computed.entries()) {
            if (each.value instanceof RouteEntry route && route.nextHops().size() > 1) {
                List<NextHop> fewer =
                        route.nextHops().subList(1, route.nextHops().size());
                RouteEntry other = new RouteEntry(route.vrf(), route.prefix(), route.source(), fewer);
                assertThat(computed.with(each, Optional.of(other)).differences())
                        .as(each.toString())
                        .hasSize(1);
            }
        }
    }

    /** Whether the subnet is one of a VLAN on which nobody lives, at any switch. */
    private static boolean isOfAnEmptyVlan(Computed computed, Prefix subnet) {
        return computed.config.switches().stream()
                .flatMap(each -> each.vlans().stream())
                .filter(vlan -> vlan.svi().stream()
                        .flatMap(svi -> Stream.concat(svi.own().stream(), svi.anycastGateway().stream()))
                        .anyMatch(each ->
                                Prefix.covering(each.address(), each.length()).equals(subnet)))
                .map(vlan -> computed.tables.values().stream()
                        .flatMap(SwitchTables::macs)
                        .noneMatch(mac -> mac.vlan().equals(vlan.vlan())))
                .reduce(Boolean::logicalAnd)
                .orElse(false);
    }

    @Test
    void subnetsOfVlansOnWhichNobodyLivesAreExcusedWhereBgpBringsThem() {
        FabricCase each = random("calico-as-per-server", 73);
        Computed broken = Computed.of(each, each.outage());

        assertThat(broken.excusedOnlyIf(
                        Peculiarity.SUBNET_WITHOUT_CARRIER,
                        (_, value) -> value instanceof RouteEntry route
                                && (route.source() == RouteSource.BGP_EXTERNAL
                                        || route.source() == RouteSource.BGP_INTERNAL)
                                && isOfAnEmptyVlan(broken, route.prefix())))
                .isPositive();
        assertThat(Computed.of(each, Outage.NONE).excusedOnlyIf(Peculiarity.SUBNET_WITHOUT_CARRIER, (_, _) -> false))
                .as("at rest somebody lives there")
                .isZero();
    }
}
