package io.heddle.topology.cabling;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Port;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.fabric.ProfileRef;
import io.heddle.model.fabric.Switch;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.model.net.Bandwidth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two leafs and two spines: leaf L's Ethernet S is in spine S's Ethernet L. */
class CablingCheckTest {

    private static final Fabric FABRIC = fabric();
    private static final Set<DeviceName> ALL = Set.of(
            DeviceName.of("leaf-1"), DeviceName.of("leaf-2"), DeviceName.of("spine-1"), DeviceName.of("spine-2"));

    private static Fabric fabric() {
        Fabric.Builder builder = Fabric.builder("small");
        for (String each : List.of("leaf-1", "leaf-2", "spine-1", "spine-2")) {
            builder.add(new Switch(
                    DeviceName.of(each),
                    each.startsWith("leaf") ? SwitchRole.LEAF : SwitchRole.SPINE,
                    new ProfileRef("some", "os", "default"),
                    Optional.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    IntStream.rangeClosed(1, 3)
                            .mapToObj(port -> new Port(PortName.of("Ethernet" + port), port, Bandwidth.parse("100G")))
                            .toList()));
        }
        for (int leaf = 1; leaf <= 2; leaf++) {
            for (int spine = 1; spine <= 2; spine++) {
                builder.add(new Link(
                        PortRef.parse("leaf-" + leaf + ":Ethernet" + spine),
                        PortRef.parse("spine-" + spine + ":Ethernet" + leaf)));
            }
        }
        return builder.build();
    }

    private static Sighting hears(String at, String device, String port) {
        return new Sighting(PortRef.parse(at), device, List.of(port));
    }

    private static Stream<Sighting> cable(String one, String other) {
        PortRef first = PortRef.parse(one);
        PortRef second = PortRef.parse(other);
        return Stream.of(
                new Sighting(
                        first, second.device().value(), List.of(second.port().value())),
                new Sighting(
                        second, first.device().value(), List.of(first.port().value())));
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    private static CablingReport check(Stream<Sighting>... cables) {
        return CablingCheck.of(
                FABRIC, ALL, Stream.of(cables).flatMap(each -> each).toList());
    }

    private static List<String> texts(CablingReport report) {
        return report.findings().stream().map(Object::toString).toList();
    }

    private static final String[][] RIGHT = {
        {"leaf-1:Ethernet1", "spine-1:Ethernet1"},
        {"leaf-1:Ethernet2", "spine-2:Ethernet1"},
        {"leaf-2:Ethernet1", "spine-1:Ethernet2"},
        {"leaf-2:Ethernet2", "spine-2:Ethernet2"}
    };

    private static Stream<Sighting> right(int... which) {
        return IntStream.of(which).boxed().flatMap(each -> cable(RIGHT[each][0], RIGHT[each][1]));
    }

    @Test
    void asInTheFileThereIsNothingToSay() {
        assertThat(check(right(0, 1, 2, 3))).isEqualTo(new CablingReport(4, 0, List.of()));
    }

    @Test
    void twoSwappedCablesAreNamedEndToEndOnceEach() {
        assertThat(texts(check(
                        right(2, 3),
                        cable("leaf-1:Ethernet1", "spine-2:Ethernet1"),
                        cable("leaf-1:Ethernet2", "spine-1:Ethernet1"))))
                .containsExactly(
                        "leaf-1 Ethernet1 is plugged into spine-2 Ethernet1; the file says spine-1 Ethernet1, and leaf-1 Ethernet2 for the other end",
                        "leaf-1 Ethernet2 is plugged into spine-1 Ethernet1; the file says spine-2 Ethernet1, and leaf-1 Ethernet1 for the other end");
    }

    @Test
    void aCableThatIsNotThereIsNamed() {
        CablingReport report = check(right(0, 1, 2));

        assertThat(texts(report)).containsExactly("leaf-2 Ethernet2 hears nothing; the file says spine-2 Ethernet2");
        assertThat(report.right()).isEqualTo(3);
    }

    @Test
    void aCableThatTheFileDoesNotHaveIsNamed() {
        assertThat(texts(check(right(0, 1, 2, 3), cable("leaf-1:Ethernet3", "leaf-2:Ethernet3"))))
                .containsExactly("leaf-1 Ethernet3 is plugged into leaf-2 Ethernet3; the file says no cable there");
    }

    @Test
    void aStrangerIsNamedAsItNamesItself() {
        assertThat(texts(check(right(0, 1, 2, 3), Stream.of(hears("leaf-1:Ethernet3", "printer.example", "eth0")))))
                .containsExactly(
                        "leaf-1 Ethernet3 is plugged into printer.example eth0, which the file does not know; it says no cable there");
    }

    @Test
    void oneFibreOfTwoIsNamed() {
        assertThat(texts(check(right(0, 1, 2), Stream.of(hears("spine-2:Ethernet2", "leaf-2", "Ethernet2")))))
                .containsExactly("spine-2 Ethernet2 hears leaf-2 Ethernet2, which hears nothing");
    }

    @Test
    void severalAtOnePortAreNamed() {
        assertThat(texts(check(
                        right(1, 2, 3),
                        cable("leaf-1:Ethernet1", "spine-1:Ethernet1"),
                        Stream.of(hears("leaf-1:Ethernet1", "leaf-2", "Ethernet3")))))
                .containsExactly(
                        "leaf-1 Ethernet1 hears several: leaf-2 Ethernet3, spine-1 Ethernet1; the file says spine-1 Ethernet1");
    }

    @Test
    void whoWasNotAskedMakesNothingMissing() {
        CablingReport report = CablingCheck.of(
                FABRIC,
                Set.of(DeviceName.of("leaf-1")),
                List.of(
                        hears("leaf-1:Ethernet1", "spine-1", "Ethernet1"),
                        hears("leaf-1:Ethernet2", "spine-2.dc.example", "Ethernet1")));

        assertThat(report).isEqualTo(new CablingReport(2, 2, List.of()));
    }

    @Test
    void thePortMayBeNamedByItsDescription() {
        CablingReport report = CablingCheck.of(
                FABRIC,
                Set.of(DeviceName.of("leaf-1")),
                List.of(
                        new Sighting(
                                PortRef.parse("leaf-1:Ethernet1"),
                                "spine-1",
                                List.of("02:00:00:00:00:01", "Ethernet1")),
                        hears("leaf-1:Ethernet2", "spine-2", "Ethernet1")));

        assertThat(report.findings()).isEmpty();
    }
}
