package io.heddle.controller.southbound.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.controller.core.TableUse;
import io.heddle.json.BadField;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Prefix;
import io.heddle.model.tables.EntryKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class KernelTablesTest {

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static KernelTables read() throws BadField {
        return KernelTables.read(List.of(bytes("""
                                [{"dst":"default","gateway":"10.1.1.1","dev":"eth0","flags":[]},
                                 {"dst":"10.1.1.0/24","dev":"eth0","protocol":"kernel","scope":"link","flags":[]},
                                 {"dst":"10.244.1.5","gateway":"10.1.1.2","dev":"n0","protocol":"bgp","flags":[]},
                                 {"type":"blackhole","dst":"10.9.0.0/16","flags":[]}]
                                """), bytes("""
                                [{"dst":"fd00::/64","dev":"eth0","flags":[]},{"dst":"fe80::/64","dev":"eth0","flags":[]},
                                 {"type":"multicast","dst":"ff00::/8","dev":"eth0","flags":[]}]
                                """)), bytes("""
                        [{"dst":"10.1.1.2","dev":"n0","lladdr":"02:00:00:00:00:01","state":["REACHABLE"]},
                         {"dst":"10.1.1.3","dev":"n0","state":["FAILED"]},
                         {"dst":"fe80::1","dev":"n0","lladdr":"02:00:00:00:00:01","state":["STALE"]}]
                        """), bytes("""
                        [{"mac":"02:00:00:00:00:01","ifname":"n0","flags":[],"master":"br100","state":""},
                         {"mac":"02:00:00:00:00:09","ifname":"n0","flags":[],"master":"br100","state":"permanent"},
                         {"mac":"33:33:00:00:00:01","ifname":"n0","flags":["self"],"state":"permanent"}]
                        """));
    }

    @Test
    void whatTakesRoomIsCounted() throws Exception {
        TableUse use = read().use(DeviceName.of("leaf-1"), KernelTables.EMPTY, "kernel");

        assertThat(use.held()).hasToString("{ROUTE_V4=2, ROUTE_V6_SHORT=1, HOST_ROUTE_V4=1, NEIGHBOR_V4=1, MAC=1}");
        assertThat(use.foreign()).isEqualTo(use.held());
    }

    @Test
    void whatHeddleMadeIsNotForeign() throws Exception {
        KernelTables held = read();
        TreeMap<Prefix, KernelTables.Route> routes = new TreeMap<>(held.routes());
        routes.remove(Prefix.parse("10.244.1.5/32"));

        TableUse use =
                held.use(DeviceName.of("leaf-1"), new KernelTables(routes, held.neighbors(), held.macs()), "kernel");

        assertThat(use.foreign().of(EntryKind.HOST_ROUTE_V4)).isEqualTo(1);
        assertThat(use.foreign()).hasToString("{HOST_ROUTE_V4=1}");
    }

    @Test
    void aRouteHasItsMakerAndItsWays() throws Exception {
        KernelTables held = KernelTables.read(List.of(bytes("""
            [{"dst":"10.244.1.5","protocol":"bgp","nexthops":[{"gateway":"10.1.1.2","dev":"a"},{"gateway":"10.1.2.2"}]},
             {"dst":"10.244.1.5","gateway":"10.9.9.9","protocol":"static","metric":200},
             {"dst":"10.244.1.6","via":{"family":"inet6","host":"fe80::1"},"protocol":"bgp"}]
            """)), bytes(""), bytes("[]"));

        assertThat(held.routes().get(Prefix.parse("10.244.1.5/32")))
                .hasToString("Route[protocol=bgp, gateways=[10.1.1.2, 10.1.2.2]]");
        assertThat(held.routes().get(Prefix.parse("10.244.1.6/32"))).hasToString("Route[protocol=bgp, gateways=[]]");
    }

    @Test
    void whatIproute2DoesNotPrintIsRefused() {
        assertThatThrownBy(() -> KernelTables.read(List.of(bytes("Cannot open")), bytes("[]"), bytes("[]")))
                .hasMessageContaining("route: found");
        assertThatThrownBy(() ->
                        KernelTables.read(List.of(bytes("[{\"dst\":\"10.1.1.1/24\"}]")), bytes("[]"), bytes("[]")))
                .hasMessageContaining("route[0].dst");
    }
}
