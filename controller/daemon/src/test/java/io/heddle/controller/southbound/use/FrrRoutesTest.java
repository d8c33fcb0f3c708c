package io.heddle.controller.southbound.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrrRoutesTest {

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatIsInstalledIsHeldAndOwnAddressesAreNot() throws Exception {
        KernelTables held = FrrRoutes.read(List.of(
                bytes("""
                    {"10.0.0.1/32":[{"protocol":"connected","selected":true,"installed":true,"nexthops":[{"fib":true}]}],
                     "10.1.1.0/24":[{"protocol":"connected","selected":true,"installed":true,"nexthops":[{"fib":true}]}],
                     "10.64.0.5/32":[
                       {"protocol":"static","selected":true,"installed":true,"nexthops":[{"fib":true,"ip":"10.1.1.9"}]},
                       {"protocol":"bgp","nexthops":[{"ip":"10.1.1.2"}]}],
                     "10.64.0.6/32":[{"protocol":"bgp","selected":true,"nexthops":[{"ip":"10.1.1.2"}]}]}
                    """),
                bytes("{\"fe80::/64\":[{\"protocol\":\"connected\",\"selected\":true,\"installed\":true}]}")));

        assertThat(held.routes())
                .hasToString("{10.1.1.0/24=Route[protocol=connected, gateways=[]], "
                        + "10.64.0.5/32=Route[protocol=static, gateways=[10.1.1.9]]}");
    }

    @Test
    void whatVtyshDoesNotPrintIsRefused() {
        assertThatThrownBy(() -> FrrRoutes.read(List.of(bytes("% Unknown command"))))
                .hasMessageContaining("show ip route json");
        assertThatThrownBy(() -> FrrRoutes.read(List.of(bytes("{\"ten\":[]}")))).hasMessageContaining("'ten'");
    }
}
