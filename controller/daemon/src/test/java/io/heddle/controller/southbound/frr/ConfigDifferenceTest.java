package io.heddle.controller.southbound.frr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConfigDifferenceTest {

    @Test
    void bothSectionsAreRead() {
        ConfigDifference difference = ConfigDifference.parse("""
                2026-11-22 06:44:31,304  INFO: Loading Config object from vtysh show running

                Lines To Delete
                ===============
                ip forwarding
                no hostname vm
                router bgp 65001
                 no neighbor 127.0.0.9 remote-as 65002

                Lines To Add
                ============
                router bgp 65001
                 neighbor 127.0.0.9 remote-as 65003
                no ip prefix-list A seq 5 permit 10.0.0.0/8
                """);

        assertThat(difference).hasToString("""
                - router bgp 65001
                -  no neighbor 127.0.0.9 remote-as 65002
                + router bgp 65001
                +  neighbor 127.0.0.9 remote-as 65003
                + no ip prefix-list A seq 5 permit 10.0.0.0/8
                """);
    }

    @Test
    void whatFrrSaysOnItsOwnIsNoDifference() {
        assertThat(ConfigDifference.parse("""

                Lines To Delete
                ===============
                ip forwarding
                """).isEmpty()).isTrue();
    }
}
