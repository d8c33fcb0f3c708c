package io.heddle.controller.southbound.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.json.BadField;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Vni;
import io.heddle.model.tables.FloodEntry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class OverlayTablesTest {

    private static final String MACS = """
            {"100":{"numMacs":3,"macs":{
               "02:00:00:00:00:09":{"type":"local","intf":"h0"},
               "02:00:00:00:00:0b":{"type":"remote","remoteVtep":"0.0.0.0"},
               "02:00:00:00:00:0a":{"type":"remote","remoteVtep":"10.0.0.2"}}},
             "200":{"numMacs":0}}
            """;
    private static final String HOSTS = """
            {"100":{"numArpNd":2,
               "192.168.100.9":{"type":"local","mac":"02:00:00:00:00:09"},
               "fd00::9":{"type":"remote","mac":"02:00:00:00:00:0a"}}}
            """;
    private static final String VNIS = """
            [{"vni":100,"type":"L2","numRemoteVteps":["10.0.0.2","10.0.0.3"]},{"vni":5000,"type":"L3"}]
            """;
    private static final String SEGMENTS = """
            [{"esi":"03:02:48:45:00:00:02:00:00:01","flags":["remote"],
              "vteps":[{"vtep":"10.0.0.2","nexthopId":268435458},{"vtep":"10.0.0.3","nexthopId":268435459}]}]
            """;
    private static final String ROUTE = """
            "%s":[{"protocol":"bgp","vrfName":"%s","selected":true,"installed":true,"nexthops":[{"fib":true,"ip":"10.0.0.2"}]}]""";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatFrrPrintsOfEveryVniAndVrfIsRead() throws BadField {
        OverlayTables held = FrrOverlay.read(
                bytes(MACS),
                bytes(HOSTS),
                bytes(VNIS),
                bytes(SEGMENTS),
                List.of(
                        bytes("{\n" + ROUTE.formatted("10.1.0.0/24", "default") + "\n}\n{\n"
                                + ROUTE.formatted("10.50.0.0/24", "red") + "\n}\n"),
                        bytes("{\n}\n")));

        assertThat(held.macs())
                .hasToString("{02:00:00:00:00:09=[], 02:00:00:00:00:0a=[10.0.0.2], 02:00:00:00:00:0b=[0.0.0.0]}");
        assertThat(held.segments()).hasToString("{03:02:48:45:00:00:02:00:00:01=[10.0.0.2, 10.0.0.3]}");
        assertThat(held.hosts()).hasToString("[192.168.100.9, fd00::9]");
        assertThat(held.prefixes().keySet()).hasToString("[10.1.0.0/24, 10.50.0.0/24]");
        assertThat(held.flood())
                .containsExactly(
                        new FloodEntry(new Vni(100), IpAddress.parse("10.0.0.2")),
                        new FloodEntry(new Vni(100), IpAddress.parse("10.0.0.3")));
    }

    @Test
    void theKernelsRoutesOfEveryTableAreRead() throws BadField {
        Mac mac = Mac.parse("02:00:00:00:00:0a");
        KernelTables tables = new KernelTables(new TreeMap<>(), new TreeSet<>(), new TreeSet<>(List.of(mac)));

        OverlayTables held = KernelOverlay.read(tables, List.of(bytes("""
                [{"type":"local","dst":"10.1.0.1","dev":"lo","table":"local","protocol":"kernel"},
                 {"dst":"10.50.0.0/24","gateway":"10.0.0.2","dev":"br5000","table":"1001","protocol":"bgp"}]
                """)), bytes("""
                [{"mac":"02:00:00:00:00:0a","ifname":"vx100","flags":["extern_learn"],"master":"br100","state":""},
                 {"mac":"02:00:00:00:00:0a","ifname":"vx100","dst":"10.0.0.2","flags":["self","extern_learn"],"state":""},
                 {"mac":"00:00:00:00:00:00","ifname":"vx100","dst":"10.0.0.3","flags":["self"],"state":"permanent"}]
                """), bytes("""
                [{"ifname":"vx100","linkinfo":{"info_kind":"vxlan","info_data":{"id":100,"local":"10.0.0.1"}}},{}]
                """), new byte[0]);

        assertThat(held.prefixes().keySet()).hasToString("[10.50.0.0/24]");
        assertThat(held.macs()).hasToString("{02:00:00:00:00:0a=[10.0.0.2]}");
        assertThat(held.flood()).containsExactly(new FloodEntry(new Vni(100), IpAddress.parse("10.0.0.3")));
    }

    @Test
    void whereMacsLeadToGroupsTheirMembersAreRead() throws BadField {
        Mac mac = Mac.parse("02:00:00:00:00:0a");
        KernelTables tables = new KernelTables(new TreeMap<>(), new TreeSet<>(), new TreeSet<>(List.of(mac)));
        byte[] fdb = bytes("""
                [{"mac":"02:00:00:00:00:0a","flags":["extern_learn"],"master":"br100","state":""},
                 {"mac":"02:00:00:00:00:0a","nhid":536870913,"flags":["self","extern_learn"],"state":""}]
                """);

        OverlayTables held = KernelOverlay.read(tables, List.of(), fdb, new byte[0], bytes("""
                [{"id":268435458,"gateway":"10.0.0.2","scope":"link","flags":[],"fdb":null},
                 {"id":268435459,"gateway":"10.0.0.3","scope":"link","flags":[],"fdb":null},
                 {"id":536870913,"group":[{"id":268435458},{"id":268435459}],"flags":[],"fdb":null}]
                """));

        assertThat(KernelOverlay.hasGroups(fdb)).isTrue();
        assertThat(KernelOverlay.hasGroups(bytes("[{\"mac\":\"02:00:00:00:00:0a\",\"dst\":\"10.0.0.2\"}]")))
                .isFalse();
        assertThat(held.macs()).hasToString("{02:00:00:00:00:0a=[10.0.0.2, 10.0.0.3]}");
    }

    @Test
    void frrThatKnowsNoSegmentsHasNone() throws BadField {
        assertThat(FrrOverlay.read(bytes("{}"), bytes("{}"), bytes("[]"), bytes("% Unknown command"), List.of())
                        .segments())
                .isEmpty();
    }

    @Test
    void whatVtyshDoesNotPrintIsRefused() {
        assertThatThrownBy(() -> FrrOverlay.read(bytes("% Unknown"), bytes("{}"), bytes("[]"), bytes("[]"), List.of()))
                .hasMessageContaining("show evpn");
        assertThatThrownBy(() -> FrrOverlay.read(
                        bytes("{}"), bytes("{\"100\":{\"ten\":{}}}"), bytes("[]"), bytes("[]"), List.of()))
                .hasMessageContaining("'ten'");
    }
}
