package io.heddle.controller.southbound.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.controller.core.TableUse;
import io.heddle.json.BadField;
import io.heddle.model.device.Resource;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.tables.EntryKind;
import io.heddle.model.tables.TableCounts;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CrmReadingTest {

    private static CrmReading read(String text) throws BadField {
        return CrmReading.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static final String TABLE = """


            Resource Name           Used Count    Available Count
            --------------------  ------------  -----------------
            ipv4_route                    6400              98304
            ipv4_nexthop                    33              49117
            nexthop_group                    5               1019
            nexthop_group_member            20              16364
            fdb_entry                      110               8081
            mpls_inseg                       0              20000
            """;

    @Test
    void theTableIsReadAndUnknownResourcesPassedOver() throws Exception {
        assertThat(read(TABLE).counts())
                .containsOnlyKeys(
                        Resource.IPV4_ROUTE,
                        Resource.IPV4_NEXTHOP,
                        Resource.NEXTHOP_GROUP,
                        Resource.NEXTHOP_GROUP_MEMBER,
                        Resource.FDB_ENTRY)
                .containsEntry(Resource.IPV4_ROUTE, new CrmReading.Count(6400, 98304));
    }

    @Test
    void theDumpOfTheDatabaseIsRead() throws Exception {
        assertThat(read("""
                        {"CRM:STATS": {"type": "hash", "value": {
                          "crm_stats_ipv4_route_used": "6400", "crm_stats_ipv4_route_available": "98304",
                          "crm_stats_ipv6_route_used": "7"}}}
                        """).counts()).isEqualTo(Map.of(Resource.IPV4_ROUTE, new CrmReading.Count(6400, 98304)));
    }

    @Test
    void whatIsAboveTheComputedCountIsForeign() throws Exception {
        long[] computed = new long[EntryKind.values().length];
        computed[EntryKind.ROUTE_V4.ordinal()] = 100;
        computed[EntryKind.HOST_ROUTE_V4.ordinal()] = 6000;
        computed[EntryKind.MAC.ordinal()] = 200;

        TableUse use = read(TABLE).use(DeviceName.of("leaf-1"), TableCounts.of(computed));

        assertThat(use.held().of(EntryKind.ROUTE_V4)).isEqualTo(6400);
        assertThat(use.foreign().of(EntryKind.ROUTE_V4)).isEqualTo(300);
        assertThat(use.foreign().of(EntryKind.MAC)).isZero();
        assertThat(use.source()).isEqualTo("crm");
    }

    @Test
    void aLineThatIsNoCountIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> read("ipv4_route 12 many")).hasMessage("CRM line 1: found 'many', expected a count");
        assertThatThrownBy(() -> read("ipv4_route 12")).hasMessageContaining("expected name, used and available");
        assertThatThrownBy(() -> read("% not found")).hasMessageContaining("no resource");
    }
}
