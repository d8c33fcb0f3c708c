package io.heddle.controller.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.controller.onos.openflow.SwitchPort;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.Port;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.fabric.ProfileRef;
import io.heddle.model.fabric.Switch;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.model.net.Bandwidth;
import io.heddle.model.net.Mac;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DarkCablesTest {

    private static final DeviceName LEAF = DeviceName.of("leaf-1");
    private static final DeviceName SPINE = DeviceName.of("spine-1");
    private static final Link FIRST = new Link(PortRef.parse("leaf-1:eth1"), PortRef.parse("spine-1:eth1"));
    private static final Link SECOND = new Link(PortRef.parse("leaf-1:eth2"), PortRef.parse("spine-1:eth2"));
    private static final Fabric FABRIC = Fabric.builder("two")
            .add(device(LEAF, SwitchRole.LEAF))
            .add(device(SPINE, SwitchRole.SPINE))
            .add(FIRST)
            .add(SECOND)
            .build();

    private final DarkCables cables = new DarkCables(FABRIC, List.of(LEAF, SPINE));

    @Test
    void aSwitchThatHasSaidNothingHasAllItsCables() {
        assertThat(cables.outage()).isEqualTo(Outage.NONE);
    }

    @Test
    void aPortThatIsDownOrNotThereCutsItsCable() {
        cables.saw(LEAF, List.of(port(1, true), port(2, false)));
        assertThat(cables.outage()).isEqualTo(Outage.of(SECOND));

        cables.saw(LEAF, List.of(port(2, true)));
        assertThat(cables.outage()).isEqualTo(Outage.of(FIRST));
    }

    @Test
    void oneEndIsEnoughAndBothMustBeWell() {
        cables.saw(LEAF, List.of(port(1, true), port(2, true)));
        cables.saw(SPINE, List.of(port(1, true), port(2, false)));
        assertThat(cables.outage()).isEqualTo(Outage.of(SECOND));

        cables.saw(SPINE, List.of(port(1, true), port(2, true)));
        assertThat(cables.outage()).isEqualTo(Outage.NONE);
    }

    @Test
    void aPortWithoutCableMattersToNobody() {
        cables.saw(LEAF, List.of(port(1, true), port(2, true), port(3, false)));
        assertThat(cables.outage()).isEqualTo(Outage.NONE);
    }

    @Test
    void whatChangedIsSaidEndToEnd() {
        assertThat(DarkCables.changes(Outage.of(FIRST), Outage.of(SECOND)))
                .containsExactly(
                        "leaf-1:eth2 -- spine-1:eth2 carries nothing: a switch says its port is down",
                        "leaf-1:eth1 -- spine-1:eth1 carries again");
    }

    private static SwitchPort port(int number, boolean up) {
        return new SwitchPort(number, "eth" + number, new Mac(number), up);
    }

    private static Switch device(DeviceName name, SwitchRole role) {
        return new Switch(
                name,
                role,
                new ProfileRef("any", "any", "default"),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                List.of(
                        new Port(PortName.of("eth1"), 1, Bandwidth.gigabits(100)),
                        new Port(PortName.of("eth2"), 2, Bandwidth.gigabits(100)),
                        new Port(PortName.of("eth3"), 3, Bandwidth.gigabits(100))));
    }
}
