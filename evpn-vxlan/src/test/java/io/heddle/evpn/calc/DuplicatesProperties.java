package io.heddle.evpn.calc;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.evpn.vrf.DuplicateDetection;
import io.heddle.model.net.Mac;
import io.heddle.model.net.VlanId;
import io.heddle.model.tables.ExplicitTables;
import io.heddle.model.tables.FdbEntry;
import io.heddle.model.tables.SwitchTables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DuplicatesProperties {

    /** Quick to find, so that small worlds have many. */
    private static final DuplicateDetection QUICK =
            new DuplicateDetection(2, 20, new DuplicateDetection.Action.Freeze(Optional.of(15L)));

    private static final DuplicateDetection WARNING =
            new DuplicateDetection(2, 20, new DuplicateDetection.Action.Warn());

    /** What a world tells, a tick of time before each, and people who settle things now and then. */
    private static List<Input> history(long seed, int length) {
        Worlds world = new Worlds(seed);
        SplittableRandom dice = new SplittableRandom(seed);
        List<Input> history = new ArrayList<>();
        long now = 0;
        for (int i = 0; i < length; i++) {
            history.add(new Input.Now(now += dice.nextInt(3)));
            history.add(
                    dice.nextInt(40) == 0
                            ? new Input.DuplicateSettled(
                                    Worlds.leaf(1 + dice.nextInt(Worlds.SWITCHES)),
                                    new VlanId(10 + 10 * dice.nextInt(3)),
                                    new Mac(0x0200_0000_0000L + dice.nextInt(5)))
                            : world.next());
        }
        return history;
    }

    private static String tables(EvpnCalc calc) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= Worlds.SWITCHES; i++) {
            text.append(calc.tables(Worlds.leaf(i)).map(ExplicitTables::copyOf)).append('\n');
        }
        return text.toString();
    }

    @Property(tries = 300)
    void warningChangesNoTable(@ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int length) {
        EvpnCalc plain = new EvpnCalc();
        EvpnCalc warning = new EvpnCalc(WARNING);

        for (Input each : history(seed, length)) {
            assertThat(warning.apply(each)).hasToString(plain.apply(each).toString());
        }
        assertThat(tables(warning)).isEqualTo(tables(plain));
        assertThat(plain.duplicates()).isEmpty();
    }

    @Property(tries = 300)
    void onceAllIsSettledNothingRemembersIt(@ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int length) {
        EvpnCalc plain = new EvpnCalc();
        EvpnCalc freezing = new EvpnCalc(QUICK);
        List<Input> history = history(seed, length);
        plain.applyAll(history);
        history.forEach(freezing::apply);

        freezing.apply(new Input.Now(1_000_000));

        assertThat(freezing.duplicates()).isEmpty();
        assertThat(tables(freezing)).isEqualTo(tables(plain));
    }

    @Property(tries = 300)
    void differencesCarriedOutOneByOneAreTheTables(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int length, @ForAll boolean inBatches) {
        EvpnCalc calc = new EvpnCalc(QUICK);
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

    /** While a switch has a MAC frozen, it may go, but neither to a VTEP nor to own ports where it was not. */
    @Property(tries = 300)
    void aFrozenMacDoesNotChangeSides(@ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int length) {
        EvpnCalc calc = new EvpnCalc(QUICK);
        Set<DuplicateMac> frozen = new HashSet<>();
        Map<DuplicateMac, Boolean> here = new HashMap<>();
        for (Input each : history(seed, length)) {
            calc.apply(each);
            frozen.retainAll(calc.duplicates());
            here.keySet().retainAll(frozen);
            for (DuplicateMac mac : calc.duplicates()) {
                frozen.add(mac);
                Optional<Boolean> side = calc.tables(mac.at()).flatMap(tables -> isHere(tables, mac));
                side.ifPresent(now -> assertThat(here.merge(mac, now, (was, is) -> was))
                        .as(mac + " after " + each)
                        .isEqualTo(now));
            }
        }
    }

    private static Optional<Boolean> isHere(SwitchTables tables, DuplicateMac mac) {
        return tables.mac(mac.vlan(), mac.mac()).map(entry -> entry.target() instanceof FdbEntry.Target.Port);
    }
}
