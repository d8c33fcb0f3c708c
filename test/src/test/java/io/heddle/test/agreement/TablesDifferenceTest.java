package io.heddle.test.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.tables.EntryKind;
import io.heddle.model.tables.ExplicitTables;
import io.heddle.model.tables.FdbEntry;
import io.heddle.model.tables.FloodEntry;
import io.heddle.model.tables.NeighborEntry;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.TableCounts;
import io.heddle.test.fabrics.FabricCase;
import io.heddle.test.fabrics.RandomFabrics;
import io.heddle.test.reference.ReferenceSolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The comparison is able to fail: one entry changed by one detail is found. */
class TablesDifferenceTest {

    /** A switch's tables and the parts to spoil. */
    private static final class Copy {
        private final SwitchConfig config;
        private final ExplicitTables original;
        private final List<RouteEntry> routes;
        private final List<NeighborEntry> neighbors;
        private final List<FdbEntry> macs;
        private final List<FloodEntry> flood;

        private Copy(SwitchConfig config, ExplicitTables original) {
            this.config = config;
            this.original = original;
            routes = new ArrayList<>(original.routeSet());
            neighbors = new ArrayList<>(original.neighborSet());
            macs = new ArrayList<>(original.macSet());
            flood = new ArrayList<>(original.floodSet());
        }

        private Optional<String> difference() {
            return TablesDifference.first(original, ExplicitTables.of(config, routes, neighbors, macs, flood));
        }
    }

    /** The first switch of the random fabrics whose tables are rich enough. */
    private static Copy firstWith(Predicate<ExplicitTables> wanted) {
        return LongStream.rangeClosed(1, 200)
                .boxed()
                .flatMap(seed -> copies(RandomFabrics.of(seed)).stream())
                .filter(copy -> wanted.test(copy.original))
                .findFirst()
                .orElseThrow();
    }

    private static List<Copy> copies(FabricCase each) {
        List<Copy> copies = new ArrayList<>();
        ReferenceSolver.solve(each.fabric(), each.config(), each.endpoints(), each.outage())
                .forEach((DeviceName name, ExplicitTables tables) ->
                        copies.add(new Copy(each.config().findSwitch(name).orElseThrow(), tables)));
        return copies;
    }

    private static void assertFound(Predicate<ExplicitTables> wanted, Consumer<Copy> spoil, String what) {
        Copy copy = firstWith(wanted);
        assertThat(copy.difference()).isEmpty();
        spoil.accept(copy);
        assertThat(copy.difference())
                .hasValueSatisfying(text -> assertThat(text).startsWith(what));
    }

    @Test
    void aMissingRouteIsFound() {
        assertFound(tables -> tables.routeSet().size() > 5, copy -> copy.routes.remove(3), "route");
    }

    @Test
    void aMissingEcmpLegIsFound() {
        assertFound(
                tables -> tables.routes().anyMatch(each -> each.nextHops().size() > 2),
                copy -> copy.routes.replaceAll(each -> each.nextHops().size() > 2
                        ? new RouteEntry(
                                each.vrf(),
                                each.prefix(),
                                each.source(),
                                each.nextHops().subList(1, each.nextHops().size()))
                        : each),
                "route");
    }

    @Test
    void aMovedMacIsFound() {
        assertFound(
                tables -> tables.macSet().size() > 1,
                copy -> copy.macs.set(
                        1,
                        new FdbEntry(
                                copy.macs.get(1).vlan(),
                                copy.macs.get(1).mac(),
                                new FdbEntry.Target.Port("elsewhere"))),
                "MAC");
    }

    @Test
    void aMissingMacIsFound() {
        assertFound(tables -> tables.macSet().size() > 1, copy -> copy.macs.removeLast(), "MAC");
    }

    @Test
    void aNeighbourBehindAnotherVtepIsFound() {
        assertFound(
                tables -> tables.neighbors().anyMatch(each -> each.vtep().isPresent()),
                copy -> copy.neighbors.replaceAll(each -> new NeighborEntry(
                        each.vlan(), each.address(), each.mac(), each.vtep().map(vtep -> IpAddress.v4(1)))),
                "neighbour");
    }

    @Test
    void aFloodListMemberTooManyIsFound() {
        assertFound(
                tables -> !tables.floodSet().isEmpty(),
                copy -> copy.flood.add(new FloodEntry(copy.flood.getFirst().vni(), IpAddress.v4(1))),
                "flood list member");
    }

    @Test
    void aWrongCountIsFound() {
        Copy copy = firstWith(tables -> tables.routeSet().size() > 5);
        ExplicitTables spoilt = new ExplicitTables(
                copy.original.device(),
                copy.original.routeSet(),
                copy.original.neighborSet(),
                copy.original.macSet(),
                copy.original.floodSet(),
                copy.original.vtepSet(),
                TableCounts.of(new long[EntryKind.values().length]));
        assertThat(TablesDifference.first(copy.original, spoilt))
                .hasValueSatisfying(text -> assertThat(text).startsWith("count of "));
    }
}
