package io.heddle.topology.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.fabric.ProfileRef;
import io.heddle.model.fabric.Switch;
import io.heddle.topology.RandomSpecs;
import io.heddle.topology.Specs;
import io.heddle.topology.catalogue.DeviceCatalogue;
import io.heddle.topology.check.Severity;
import io.heddle.topology.check.StructuralChecks;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class GrowthProperties {

    @Provide
    Arbitrary<Specs> specs() {
        return Arbitraries.oneOf(RandomSpecs.routed(), RandomSpecs.bridged());
    }

    private static Fabric fabric(Specs specs) {
        return new FabricGenerator(PortLists.UNKNOWN).generate(specs.clos()).orThrow();
    }

    @Property(tries = 60)
    void everyCableEndsInAListedPortAndEveryListedPortHasOne(@ForAll("specs") Specs specs) {
        Fabric fabric = fabric(specs);
        Set<PortRef> cabled = new HashSet<>();
        for (Link each : fabric.links()) {
            cabled.add(each.a());
            cabled.add(each.b());
        }
        Set<PortRef> listed = new HashSet<>();
        fabric.switches()
                .forEach(each -> each.ports().forEach(port -> listed.add(new PortRef(each.name(), port.name()))));
        fabric.nodes().forEach(each -> each.cards()
                .forEach(card -> card.ports().forEach(port -> listed.add(new PortRef(each.name(), port.name())))));
        fabric.exits()
                .forEach(each -> each.ports().forEach(port -> listed.add(new PortRef(each.router(), port.name()))));
        assertThat(cabled).isEqualTo(listed);
    }

    @Property(tries = 60)
    void portNumbersOfASwitchAreDistinctAndInOrder(@ForAll("specs") Specs specs) {
        assertThat(fabric(specs).switches()).allSatisfy(each -> {
            List<Integer> numbers =
                    each.ports().stream().map(port -> port.number()).toList();
            assertThat(numbers).isSorted().doesNotHaveDuplicates();
        });
    }

    @Property(tries = 60)
    void aRackAddedAtTheEndChangesNothingThatWasThere(@ForAll("specs") Specs specs) {
        // In three tiers a group that is full starts the next: then racks move. Elsewhere nothing does.
        int racks = specs.groups() == 1 ? specs.racks() : specs.groups() * specs.racks() - 1;
        Fabric before = fabric(specs.racks(racks));
        Fabric after = fabric(specs.racks(racks + 1));
        assertThat(after.links()).containsAll(before.links());
        assertThat(after.nodes()).containsAll(before.nodes());
        assertThat(after.mlagPairs()).containsAll(before.mlagPairs());
        assertThat(after.ethernetSegments()).containsAll(before.ethernetSegments());
        for (Switch each : before.switches()) {
            Switch now = after.findSwitch(each.name()).orElseThrow();
            assertThat(now.ports()).containsAll(each.ports());
            assertThat(now.group()).isEqualTo(each.group());
        }
    }

    @Property(tries = 50)
    void equalSpecsGiveEqualFabrics(@ForAll("specs") Specs specs) {
        Fabric one = fabric(specs);
        Fabric other = fabric(specs);
        assertThat(other.links()).isEqualTo(one.links());
        assertThat(other.switches()).isEqualTo(one.switches());
        assertThat(other.nodes()).isEqualTo(one.nodes());
    }

    @Property(tries = 60)
    void aGeneratedFabricHasNoStructuralError(@ForAll("specs") Specs specs) {
        assertThat(StructuralChecks.check(fabric(specs), _ -> Optional.empty()))
                .noneMatch(each -> each.severity() == Severity.ERROR);
    }

    @Property(tries = 40)
    void noPortOfAKnownDeviceRunsAtASpeedItDoesNotHave(@ForAll("specs") Specs specs) {
        DeviceCatalogue devices = DeviceCatalogue.builtIn();
        Fabric fabric = new FabricGenerator(PortLists.of(devices))
                .generate(specs.clos(new ProfileRef("dell-s5248f", "os10", "default")))
                .orThrow();
        assertThat(StructuralChecks.check(fabric, devices::find)).noneMatch(each -> each.severity() == Severity.ERROR);
    }
}
