package io.heddle.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.fabric.PortName;
import io.heddle.model.net.VlanId;
import org.junit.jupiter.api.Test;

class InterfaceNamesTest {

    @Test
    void aNameThatLinuxTakesIsKept() {
        assertThat(InterfaceNames.of(PortName.of("swp49s3"))).isEqualTo("swp49s3");
    }

    @Test
    void slashesColonsAndDotsBecomeDashes() {
        assertThat(InterfaceNames.of(PortName.of("Eth1/1"))).isEqualTo("Eth1-1");
        assertThat(InterfaceNames.of(PortName.of("nic0.1"))).isEqualTo("nic0-1");
    }

    @Test
    void ethernetIsCutShortWhereTheNameHadToChange() {
        assertThat(InterfaceNames.of(PortName.of("ethernet1/1/53:1"))).isEqualTo("eth1-1-53-1");
        assertThat(InterfaceNames.of(PortName.of("Ethernet120"))).isEqualTo("Ethernet120");
    }

    @Test
    void ofANameThatStaysTooLongTheEndIsKept() {
        assertThat(InterfaceNames.of(PortName.of("HundredGigE1/0/25"))).isEqualTo("ndredGigE1-0-25");
        assertThat(InterfaceNames.of(PortName.of("slot/ten-gigabit-1/0"))).isEqualTo("ten-gigabit-1-0");
    }

    @Test
    void aVlanOnALongNameIsCalledByItsNumber() {
        assertThat(InterfaceNames.ofVlanOn("bond0", new VlanId(100))).isEqualTo("bond0.100");
        assertThat(InterfaceNames.ofVlanOn("enp193s0f1np1", new VlanId(100))).isEqualTo("vlan100");
    }
}
