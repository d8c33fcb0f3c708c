package io.heddle.controller.southbound.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.json.BadField;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class OverlayTablesTest {

    private static final String MACS = """
            {"100":{"numMacs":2,"macs":{
               "02:00:00:00:00:09":{"type":"local","intf":"h0"},
               "02:00:00:00:00:0a":{"type":"remote","remoteVtep":"10.0.0.2"}}},
             "200":{"numMacs":0}}
            """;
    private static final String HOSTS = """
            {"100":{"numArpNd":2,
               "192.168.100.9":{"type":"local","mac":"02:00:00:00:00:09"},
               "fd00::9":{"type":"remote","mac":"02:00:00:00:00:0a"}}}
            """;
    private static final String ROUTE = """
            "%s":[{"protocol":"bgp","vrfName":"%s","selected":true,"installed":true,"nexthops":[{"fib":true,"ip":"10.0.0.2"}]}]""";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatFrrPrintsOfEveryVniAndVrfIsRead() throws BadField {
        OverlayTables held = OverlayTables.frr(
                bytes(MACS),
                bytes(HOSTS),
                List.of(
                        bytes("{\n" + ROUTE.formatted("10.1.0.0/24", "default") + "\n}\n{\n"
                                + ROUTE.formatted("10.50.0.0/24", "red") + "\n}\n"),
                        bytes("{\n}\n")));

        assertThat(held.macs()).hasToString("[02:00:00:00:00:09, 02:00:00:00:00:0a]");
        assertThat(held.hosts()).hasToString("[192.168.100.9, fd00::9]");
        assertThat(held.prefixes()).hasToString("[10.1.0.0/24, 10.50.0.0/24]");
    }

    @Test
    void theKernelsRoutesOfEveryTableAreRead() throws BadField {
        KernelTables tables = new KernelTables(new TreeMap<>(), new TreeSet<>(), new TreeSet<>());

        OverlayTables held = OverlayTables.kernel(tables, List.of(bytes("""
                [{"type":"local","dst":"10.1.0.1","dev":"lo","table":"local","protocol":"kernel"},
                 {"dst":"10.50.0.0/24","gateway":"10.0.0.2","dev":"br5000","table":"1001","protocol":"bgp"}]
                """)));

        assertThat(held.prefixes()).hasToString("[10.50.0.0/24]");
    }

    @Test
    void whatVtyshDoesNotPrintIsRefused() {
        assertThatThrownBy(() -> OverlayTables.frr(bytes("% Unknown"), bytes("{}"), List.of()))
                .hasMessageContaining("show evpn");
        assertThatThrownBy(() -> OverlayTables.frr(bytes("{}"), bytes("{\"100\":{\"ten\":{}}}"), List.of()))
                .hasMessageContaining("'ten'");
    }
}
