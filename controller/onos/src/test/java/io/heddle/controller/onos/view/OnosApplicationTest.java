package io.heddle.controller.onos.view;

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
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.onosproject.net.Device;
import org.onosproject.net.device.DeviceService;
import org.onosproject.net.link.LinkService;

/** An application that knows ONOS alone reads a fabric of Heddle's. */
class OnosApplicationTest {

    /** What an application would be: nothing of Heddle in it. */
    private record Neighborhood(DeviceService devices, LinkService links) {

        List<String> lines() {
            TreeSet<String> lines = new TreeSet<>();
            for (Device each : devices.getAvailableDevices()) {
                links.getDeviceEgressLinks(each.id())
                        .forEach(link -> lines.add(
                                link.src().deviceId() + "/" + link.src().port().name() + " at "
                                        + devices.getPort(link.src()).portSpeed() + " Mbit/s to "
                                        + link.dst().deviceId()));
            }
            return List.copyOf(lines);
        }
    }

    @Test
    void anApplicationWrittenToOnosReadsTheFabric() {
        Fabric fabric = Fabric.builder("small")
                .add(device("Leaf-1", SwitchRole.LEAF))
                .add(device("spine-1", SwitchRole.SPINE))
                .add(new Link(PortRef.parse("Leaf-1:eth1"), PortRef.parse("spine-1:eth2")))
                .build();

        Neighborhood application =
                new Neighborhood(new FabricDevices(fabric, DeviceName.of("Leaf-1")::equals), new FabricLinks(fabric));

        assertThat(application.devices().getDeviceCount()).isEqualTo(2);
        assertThat(application.links().getLinkCount()).isEqualTo(2);
        assertThat(application.lines()).containsExactly("heddle:~leaf-1/eth1 at 100000 Mbit/s to heddle:spine-1");
    }

    private static Switch device(String name, SwitchRole role) {
        return new Switch(
                DeviceName.of(name),
                role,
                new ProfileRef("any", "any", "default"),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                List.of(
                        new Port(PortName.of("eth1"), 1, Bandwidth.gigabits(100)),
                        new Port(PortName.of("eth2"), 2, Bandwidth.gigabits(100))));
    }
}
