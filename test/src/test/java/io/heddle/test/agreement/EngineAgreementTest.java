package io.heddle.test.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.evpn.calc.EvpnCalc;
import io.heddle.evpn.calc.Input;
import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.VlanId;
import io.heddle.model.tables.EntryKind;
import io.heddle.model.tables.FdbEntry;
import io.heddle.model.tables.SwitchTables;
import io.heddle.simulator.stable.StableState;
import io.heddle.simulator.stable.StableStateSolver;
import io.heddle.test.fabrics.FabricCase;
import io.heddle.test.fabrics.PlannedFabrics;
import io.heddle.test.fabrics.RandomFabrics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The incremental engine ends in the overlay tables of the stable-state solver: one engine a switch, told what that switch received, and
 * one for all switches wherever all have heard all. The default VRF is not the engine's.
 */
class EngineAgreementTest {

    private static final boolean LONG = Boolean.getBoolean("heddle.long");
    private static final int WILD = LONG ? 10_000 : 250;
    private static final int OF_EVERY_DESIGN = LONG ? 300 : 8;

    /** What the default VRF's routes take part in. */
    private static final Set<EntryKind> OF_THE_DEFAULT_VRF = EnumSet.of(
            EntryKind.LOCAL_V4,
            EntryKind.LOCAL_V6,
            EntryKind.ROUTE_V4,
            EntryKind.ROUTE_V6_SHORT,
            EntryKind.ROUTE_V6_LONG,
            EntryKind.HOST_ROUTE_V4,
            EntryKind.HOST_ROUTE_V6,
            EntryKind.NEXT_HOP,
            EntryKind.ECMP_GROUP,
            EntryKind.ECMP_MEMBER);

    private long remoteMacs;
    private long wholeFabrics;
    private int tidy;

    static List<String> designs() {
        return PlannedFabrics.designs();
    }

    @ParameterizedTest
    @MethodSource("designs")
    void plannedFabricsAgree(String design) {
        for (long seed = 1; seed <= OF_EVERY_DESIGN; seed++) {
            agree(
                    "PlannedFabrics.of(\"" + design + "\", " + seed + ")",
                    PlannedFabrics.of(design, seed).orThrow(),
                    seed);
        }
        if (design.startsWith("evpn")) {
            assertThat(remoteMacs).as("remote MACs compared").isPositive();
            assertThat(wholeFabrics).as("fabrics served by one engine").isPositive();
        }
    }

    @Test
    void wildFabricsAgree() {
        for (long seed = 1; seed <= WILD; seed++) {
            FabricCase each = RandomFabrics.of(seed);
            if (extendsItsVlans(each.config())) {
                agree("RandomFabrics.of(" + seed + ")", each, seed);
                tidy++;
            }
        }
        assertThat(tidy).as("fabrics compared").isGreaterThan(WILD / 10);
        assertThat(remoteMacs).as("remote MACs compared").isPositive();
        assertThat(wholeFabrics).as("fabrics served by one engine").isPositive();
    }

    /**
     * Whether each VTEP has a VNI for every VLAN on its ports that has one anywhere. Else a host may be local on a VLAN to a switch that
     * cannot tell it from its routes, which name the VNI alone: the solver leaves such a host's route out (rule 6.4), the engine and FRR
     * do not.
     */
    private static boolean extendsItsVlans(NetworkConfig config) {
        Set<VlanId> extended = config.switches().stream()
                .flatMap(each -> each.vlans().stream())
                .filter(each -> each.vni().isPresent())
                .map(VlanConfig::vlan)
                .collect(Collectors.toSet());
        return config.switches().stream()
                .filter(each -> each.vtep().isPresent())
                .allMatch(each -> {
                    Set<VlanId> here = each.vlans().stream()
                            .filter(vlan -> vlan.vni().isPresent())
                            .map(VlanConfig::vlan)
                            .collect(Collectors.toSet());
                    return extended.stream()
                            .filter(vlan -> !here.contains(vlan))
                            .noneMatch(vlan -> each.bridgePorts().stream().anyMatch(port -> port.carries(vlan)));
                });
    }

    private void agree(String label, FabricCase each, long seed) {
        StableState solved = StableStateSolver.solve(each.fabric(), each.config(), each.endpoints(), each.outage());
        EngineInputs inputs = new EngineInputs(each, solved.tables().keySet());
        for (Map.Entry<DeviceName, SwitchTables> one : solved.tables().entrySet()) {
            EvpnCalc calc = new EvpnCalc();
            List<Input> own = inputs.of(one.getKey());
            Collections.shuffle(own, new Random(seed));
            calc.applyAll(own);
            compare(label + ", engine of " + one.getKey(), one.getValue(), calc);
            remoteMacs += one.getValue()
                    .macs()
                    .filter(mac -> mac.target() instanceof FdbEntry.Target.Vteps)
                    .count();
        }
        if (inputs.everybodyHasHeard()) {
            wholeFabrics++;
            EvpnCalc calc = new EvpnCalc();
            List<Input> all = inputs.ofAll();
            Collections.shuffle(all, new Random(seed));
            all.forEach(calc::apply);
            solved.tables().forEach((name, tables) -> compare(label + ", engine of all, " + name, tables, calc));
        }
    }

    private static void compare(String label, SwitchTables expected, EvpnCalc calc) {
        SwitchTables found = calc.tables(expected.device()).orElseThrow();
        assertThat(overlay(found)).as(label).isEqualTo(overlay(expected));
    }

    /** As text, sorted: entries order by their key alone. */
    private static Map<String, List<String>> overlay(SwitchTables tables) {
        Map<String, List<String>> found = new TreeMap<>();
        found.put("MACs", tables.macs().sorted().map(Object::toString).toList());
        found.put(
                "neighbours", tables.neighbors().sorted().map(Object::toString).toList());
        found.put(
                "flood list", tables.floodList().sorted().map(Object::toString).toList());
        found.put("remote VTEPs", tables.remoteVteps().map(IpAddress::toString).toList());
        found.put(
                "routes of VRFs",
                tables.routes()
                        .filter(each -> !each.vrf().equals(VrfName.DEFAULT))
                        .sorted()
                        .map(Object::toString)
                        .toList());
        List<String> counts = new ArrayList<>();
        for (EntryKind each : EntryKind.values()) {
            if (!OF_THE_DEFAULT_VRF.contains(each)) {
                counts.add(each + "=" + tables.counts().of(each));
            }
        }
        found.put("counts", counts);
        return found;
    }
}
