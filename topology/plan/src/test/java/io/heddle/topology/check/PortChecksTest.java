package io.heddle.topology.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.device.Breakout;
import io.heddle.model.device.Evidence;
import io.heddle.model.device.PortGroup;
import io.heddle.model.device.PortLayout;
import io.heddle.model.device.PortNaming;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Port;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.ProfileRef;
import io.heddle.model.fabric.Switch;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.model.net.Bandwidth;
import io.heddle.topology.fixture.Draft;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortChecksTest {

    /** Two 10/25G ports and one 40/100G port that splits. */
    private static final PortLayout LAYOUT = PortLayout.of(
            List.of(
                    PortGroup.of("SFP28", 2, 1, speeds("10G", "25G"), List.of()),
                    PortGroup.of(
                            "QSFP28",
                            1,
                            4,
                            speeds("40G", "100G"),
                            List.of(Breakout.parse("4x25G"), Breakout.parse("2x50G")))),
            new PortNaming("p{port}", "p{port}-{part}"),
            Evidence.NONE);

    private static List<Bandwidth> speeds(String... texts) {
        return List.of(texts).stream().map(Bandwidth::parse).toList();
    }

    /** Ports as {@code name=speed}. */
    private static Fabric leaf(String... ports) {
        return Fabric.builder("one")
                .add(new Switch(
                        DeviceName.of("leaf1"),
                        SwitchRole.LEAF,
                        new ProfileRef("tiny", "os", "default"),
                        Optional.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        IntStream.range(0, ports.length)
                                .mapToObj(i -> port(i + 1, ports[i]))
                                .toList()))
                .build();
    }

    private static Port port(int number, String text) {
        int equals = text.indexOf('=');
        return new Port(PortName.of(text.substring(0, equals)), number, Bandwidth.parse(text.substring(equals + 1)));
    }

    private static List<String> found(Rule rule, Fabric fabric) {
        return Found.by(rule, StructuralChecks.check(fabric, ref -> Found.device(ref, LAYOUT)));
    }

    @Test
    void portsOfTheDeviceAtTheirSpeedsAreFine() {
        assertThat(StructuralChecks.check(leaf("p1=10G", "p2=25G", "p3=40G"), ref -> Found.device(ref, LAYOUT)))
                .isEmpty();
    }

    @Test
    void aPortThatTheDeviceDoesNotHaveIsAnError() {
        assertThat(found(Rule.PORT_EXISTS, leaf("p1=25G", "p4=25G")))
                .containsExactly("error leaf1:p4: a port that tiny does not have");
    }

    @Test
    void aSpeedOutsideThePortsSetIsAnError() {
        assertThat(found(Rule.PORT_SPEED, leaf("p1=25G", "p3=25G"))).containsExactly("error leaf1:p3: 25G");
    }

    @Test
    void morePortsThanThereAreIsAnError() {
        assertThat(found(Rule.PORT_COUNT, leaf("p1=25G", "p2=25G", "p3=100G", "p4=25G")))
                .containsExactly("error leaf1: 4 ports in use");
        assertThat(found(Rule.PORT_COUNT, leaf("p1=25G", "p2=25G", "p3-1=25G", "p3-2=25G")))
                .isEmpty();
    }

    @Test
    void thePartsOfACageSplitInOneWayAreFine() {
        assertThat(found(Rule.CAGE_SPLIT, leaf("p3-1=25G", "p3-2=25G", "p3-3=25G")))
                .isEmpty();
    }

    @Test
    void aCageSplitInTwoWaysIsAnError() {
        assertThat(found(Rule.CAGE_SPLIT, leaf("p3-1=50G", "p3-2=25G")))
                .containsExactly("error leaf1:p3: ports p3-1 at 50G, p3-2 at 25G in one cage");
    }

    @Test
    void aCageUsedWholeAndSplitIsAnError() {
        assertThat(found(Rule.CAGE_SPLIT, leaf("p3=100G", "p3-2=25G"))).hasSize(1);
    }

    @Test
    void aManagementPortNeedNotBeInTheCatalogue() {
        Fabric fabric = new Draft("managed")
                .outOfBand("oob1")
                .leafs("p")
                .cable("p", "oob1", "1G")
                .build();
        PortLayout none = PortLayout.of(
                List.of(PortGroup.of("SFP28", 1, 1, speeds("1G", "25G"), List.of())),
                new PortNaming("x{port}", "x{port}-{part}"),
                Evidence.NONE);
        assertThat(Found.by(Rule.PORT_EXISTS, StructuralChecks.check(fabric, ref -> Found.device(ref, none))))
                .containsExactly("error oob1:p1: a port that dell-s3048 does not have");
    }

    @Test
    void ofADeviceWithoutKnownPortsNothingIsSaid() {
        PortLayout unknown = PortLayout.of(List.of(), new PortNaming("p{port}", "p{port}-{part}"), Evidence.NONE);
        assertThat(StructuralChecks.check(leaf("zz9=3G"), ref -> Found.device(ref, unknown)))
                .isEmpty();
        assertThat(StructuralChecks.check(leaf("zz9=3G"), ref -> Optional.empty()))
                .isEmpty();
    }
}
