package io.heddle.controller.southbound.lldp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.json.BadField;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.PortRef;
import io.heddle.topology.cabling.Sighting;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LldpNeighborsTest {

    private static final DeviceName LEAF = DeviceName.of("leaf-1");

    private static List<Sighting> read(String text) throws BadField {
        return LldpNeighbors.read(LEAF, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatLldpdPrintedIsRead() throws Exception {
        try (InputStream file = LldpNeighborsTest.class.getResourceAsStream("neighbors.json0")) {
            assertThat(file).isNotNull();
            assertThat(LldpNeighbors.read(LEAF, file.readAllBytes()))
                    .containsExactly(
                            new Sighting(PortRef.parse("leaf-1:e0"), "dev-b", List.of("e9", "e9")),
                            new Sighting(PortRef.parse("leaf-1:e1"), "dev-b", List.of("e8", "e8")));
        }
    }

    @Test
    void aDeviceWithoutNeighboursHearsNothing() throws Exception {
        assertThat(read("{\"lldp\": [{}]}")).isEmpty();
    }

    @Test
    void aNeighbourWithoutNameIsKnownByItsChassis() throws Exception {
        assertThat(read("""
                        {"lldp": [{"interface": [{"name": "swp1", "via": "LLDP",
                         "chassis": [{"id": [{"type": "mac", "value": "02:00:00:00:00:01"}]}],
                         "port": [{"id": [{"type": "mac", "value": "02:00:00:00:00:02"}]}]}]}]}
                        """))
                .containsExactly(
                        new Sighting(PortRef.parse("leaf-1:swp1"), "02:00:00:00:00:01", List.of("02:00:00:00:00:02")));
    }

    @Test
    void otherProtocolsArePassedOver() throws Exception {
        assertThat(read("""
                        {"lldp": [{"interface": [{"name": "swp1", "via": "CDPv2",
                         "chassis": [{"name": [{"value": "other"}]}], "port": [{"id": [{"value": "x"}]}]}]}]}
                        """)).isEmpty();
    }

    @Test
    void theOtherJsonFormIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> read("{\"lldp\": {\"interface\": {}}}"))
                .isInstanceOf(BadField.class)
                .hasMessageContaining("leaf-1.lldp: found an object, expected an array");
    }

    @Test
    void whatIsNoJsonIsRefused() {
        assertThatThrownBy(() -> read("lldpcli: no such socket")).hasMessageContaining("lldpcli -f json0");
        assertThatThrownBy(() -> read("{}")).hasMessageContaining("leaf-1.lldp");
    }
}
