package io.heddle.render.sonic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigDbTextTest {

    @Test
    void numbersInKeysCountAsNumbers() {
        assertThat(List.of("Ethernet12", "Ethernet4", "Ethernet4|3", "Ethernet40", "Loopback0").stream()
                        .sorted(ConfigDb.NATURAL.reversed())
                        .sorted(ConfigDb.NATURAL))
                .containsExactly("Ethernet4", "Ethernet4|3", "Ethernet12", "Ethernet40", "Loopback0");
    }

    @Test
    void tablesAreSortedAndKeysWithoutFieldsAreEmptyObjects() {
        assertThat(new ConfigDb()
                        .put("VLAN", "Vlan10", "vlanid", "10")
                        .put("INTERFACE", "Ethernet0")
                        .text())
                .isEqualTo("""
                        {
                            "INTERFACE": {
                                "Ethernet0": {}
                            },
                            "VLAN": {
                                "Vlan10": {
                                    "vlanid": "10"
                                }
                            }
                        }
                        """);
    }
}
