package io.heddle.evpn.calc;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.config.SwitchConfig;
import io.heddle.model.net.IpAddress;
import io.heddle.model.tables.ExplicitTables;
import io.heddle.model.tables.SwitchTables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class EvpnCalcProperties {

    private static List<Input> history(long seed, int length) {
        Worlds world = new Worlds(seed);
        List<Input> history = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            history.add(world.next());
        }
        return history;
    }

    private static List<Input> squashed(List<Input> history) {
        Map<Subject, Input> last = new LinkedHashMap<>();
        history.forEach(each -> last.put(Subject.of(each), each));
        return new ArrayList<>(last.values());
    }

    private static String tables(EvpnCalc calc) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= Worlds.SWITCHES; i++) {
            text.append(calc.tables(Worlds.leaf(i)).map(ExplicitTables::copyOf)).append('\n');
        }
        return text.toString();
    }

    private static EvpnCalc oneByOne(List<Input> inputs) {
        EvpnCalc calc = new EvpnCalc();
        inputs.forEach(calc::apply);
        return calc;
    }

    @Property(tries = 300)
    void anyOrderEndsTheSame(@ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int length) {
        List<Input> history = history(seed, length);
        List<Input> inputs = squashed(history);
        String forwards = tables(oneByOne(history));

        assertThat(tables(oneByOne(inputs))).as("squashed").isEqualTo(forwards);
        Collections.reverse(inputs);
        assertThat(tables(oneByOne(inputs))).as("reversed").isEqualTo(forwards);
        Collections.shuffle(inputs, new Random(seed));
        assertThat(tables(oneByOne(inputs))).as("shuffled").isEqualTo(forwards);
        EvpnCalc batch = new EvpnCalc();
        batch.applyAll(inputs);
        assertThat(tables(batch)).as("at once").isEqualTo(forwards);
        EvpnCalc twice = oneByOne(history);
        assertThat(twice.applyAll(inputs)).as("said again").isEmpty();
    }

    @Property(tries = 300)
    void differencesCarriedOutOneByOneAreTheTables(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int length, @ForAll boolean inBatches) {
        EvpnCalc calc = new EvpnCalc();
        Mirror mirror = new Mirror();
        List<Input> history = history(seed, length);
        for (int i = 0; i < history.size(); i += inBatches ? 7 : 1) {
            mirror.carryOut(calc.applyAll(history.subList(i, Math.min(history.size(), i + (inBatches ? 7 : 1)))));
            for (int leaf = 1; leaf <= Worlds.SWITCHES; leaf++) {
                assertThat(mirror.at(Worlds.leaf(leaf)))
                        .as("leaf-" + leaf + " after " + history.get(i))
                        .isEqualTo(calc.tables(Worlds.leaf(leaf))
                                .map(EvpnCalcProperties::entries)
                                .orElse(Set.of()));
            }
        }
    }

    static Set<TableEntry> entries(SwitchTables tables) {
        Set<TableEntry> entries = new HashSet<>();
        tables.remoteVteps().map(TableEntry.Tunnel::new).forEach(entries::add);
        tables.floodList().map(TableEntry.Flood::new).forEach(entries::add);
        tables.macs().map(TableEntry.Fdb::new).forEach(entries::add);
        tables.neighbors().map(TableEntry.Neighbor::new).forEach(entries::add);
        tables.routes().map(TableEntry.Route::new).forEach(entries::add);
        return entries;
    }

    @Property(tries = 300)
    void countsAreThoseOfTheEntries(@ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int length) {
        List<Input> history = history(seed, length);
        EvpnCalc calc = oneByOne(history);
        for (Input each : squashed(history)) {
            if (each instanceof Input.SwitchThere there) {
                SwitchConfig config = there.config();
                SwitchTables tables = calc.tables(config.name()).orElseThrow();
                List<IpAddress> vteps = tables.remoteVteps().toList();
                ExplicitTables counted = ExplicitTables.of(
                        config,
                        tables.routes().toList(),
                        tables.neighbors().toList(),
                        tables.macs().toList(),
                        tables.floodList().toList(),
                        vteps);
                assertThat(tables.counts().toString())
                        .isEqualTo(counted.counts().toString());
                tables.macs().forEach(mac -> assertThat(tables.mac(mac.vlan(), mac.mac()))
                        .contains(mac));
                tables.routes().forEach(route -> assertThat(tables.route(route.vrf(), route.prefix()))
                        .isEqualTo(Optional.of(route)));
            }
        }
    }

    @Property(tries = 300)
    void whatIsTakenAwayLeavesNothing(@ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int length) {
        List<Input> history = history(seed, length);
        EvpnCalc calc = oneByOne(history);
        Mirror mirror = new Mirror();
        List<Input> undone = new ArrayList<>();
        for (Input each : squashed(history)) {
            undone.add(
                    switch (each) {
                        case Input.SwitchThere there ->
                            new Input.SwitchGone(there.config().name());
                        case Input.SwitchGone gone -> gone;
                        case Input.RouteThere there -> new Input.RouteGone(there.route());
                        case Input.RouteGone gone -> gone;
                        case Input.HostThere there -> new Input.HostGone(there.at(), there.vlan(), there.mac());
                        case Input.HostGone gone -> gone;
                        case Input.Now now -> now;
                        case Input.DuplicateSettled settled -> settled;
                        case Input.Reachable there -> new Input.Reachable(there.vtep(), there.from(), false);
                    });
        }
        EvpnCalc other = new EvpnCalc();
        mirror.carryOut(other.applyAll(history));
        Collections.shuffle(undone, new Random(seed));
        undone.forEach(each -> mirror.carryOut(other.apply(each)));
        undone.forEach(calc::apply);

        for (int i = 1; i <= Worlds.SWITCHES; i++) {
            assertThat(mirror.at(Worlds.leaf(i))).isEmpty();
        }
        // What is left inside would show when the same comes again.
        history.forEach(calc::apply);
        assertThat(tables(calc)).isEqualTo(tables(oneByOne(history)));
    }
}
