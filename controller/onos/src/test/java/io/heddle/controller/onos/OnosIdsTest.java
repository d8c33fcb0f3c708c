package io.heddle.controller.onos;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.PortName;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onosproject.net.DeviceId;
import org.onosproject.net.PortNumber;

class OnosIdsTest {

    @Test
    void aDeviceIsAUriOfTheHeddleScheme() {
        assertThat(OnosIds.deviceId(DeviceName.of("leaf-1")).uri()).isEqualTo(URI.create("heddle:leaf-1"));
    }

    @Test
    void namesThatDifferInCaseAreDifferentDevicesThoughOnosFoldsCase() {
        assertThat(DeviceId.deviceId("heddle:Leaf")).isEqualTo(DeviceId.deviceId("heddle:leaf"));

        assertThat(OnosIds.deviceId(DeviceName.of("Leaf"))).isNotEqualTo(OnosIds.deviceId(DeviceName.of("leaf")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"of:0000000000000001", "none:none", "heddle:~1", "heddle:~~a", "heddle:a/b", "heddle:-a"})
    void idsOfOtherProvidersAreNoDeviceOfOurs(String id) {
        assertThat(OnosIds.deviceName(DeviceId.deviceId(id))).isEmpty();
    }

    @Test
    void aPortKeepsNumberAndName() {
        PortNumber port = OnosIds.portNumber(new PortIdentity(PortName.of("ethernet1/1/1:2"), 7));

        assertThat(port.toLong()).isEqualTo(7);
        assertThat(port.name()).isEqualTo("ethernet1/1/1:2");
    }

    @Test
    void logicalAndUnnamedPortsAreNoPortOfOurs() {
        assertThat(OnosIds.portIdentity(PortNumber.FLOOD)).isEmpty();
        assertThat(OnosIds.portIdentity(PortNumber.portNumber(7))).isEmpty();
        assertThat(OnosIds.portIdentity(PortNumber.portNumber(0, "eth0"))).isEmpty();
        assertThat(OnosIds.portIdentity(PortNumber.portNumber(1L << 31, "eth0")))
                .isEmpty();
        assertThat(OnosIds.portIdentity(PortNumber.portNumber(7, "no such name")))
                .isEmpty();
    }
}
