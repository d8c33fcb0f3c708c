package io.heddle.topology.catalogue;

import static io.heddle.topology.catalogue.BuiltInRowsTest.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.audit.AuditReport;
import io.heddle.model.audit.ResourceAudit;
import io.heddle.model.audit.TableAudit;
import io.heddle.model.audit.Verdict;
import io.heddle.model.device.Overflow;
import io.heddle.model.device.Resource;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.model.tables.EntryKind;
import io.heddle.model.tables.TableCounts;
import org.junit.jupiter.api.Test;

/** What the source documents say of limits, judged by the catalogue. */
class KnownFiguresTest {

    private static AuditReport audit(String row, EntryKind kind, long count, EntryKind other, long otherCount) {
        long[] counts = new long[EntryKind.values().length];
        counts[kind.ordinal()] = count;
        counts[other.ordinal()] = otherCount;
        return TableAudit.of(row(row)).report(DeviceName.of("leaf1"), SwitchRole.LEAF, TableCounts.of(counts));
    }

    private static ResourceAudit one(String row, Resource resource, EntryKind kind, long count) {
        return audit(row, kind, count, EntryKind.VLAN, 0).resource(resource).orElseThrow();
    }

    @Test
    void theArticlesRoutesAreInOneTable() {
        assertThat(audit("nvidia-sn2700/article/default", EntryKind.HOST_ROUTE_V4, 175_990, EntryKind.ROUTE_V4, 10)
                        .verdict())
                .isEqualTo(Verdict.NEAR);
        assertThat(audit("nvidia-sn2700/article/default", EntryKind.HOST_ROUTE_V4, 175_991, EntryKind.ROUTE_V4, 10)
                        .verdict())
                .isEqualTo(Verdict.OVERFLOWS);
        assertThat(one("nvidia-sn3700/article/default", Resource.IPV4_ROUTE, EntryKind.HOST_ROUTE_V4, 512_001)
                        .verdict())
                .isEqualTo(Verdict.OVERFLOWS);
    }

    @Test
    void theDocumentedProfileHoldsTheArticlesRoutesOnlyInTheLpmTable() {
        String row = "nvidia-spectrum-1/cumulus/v4-lpm-heavy-1";

        ResourceAudit neighbors = one(row, Resource.IPV4_NEIGHBOR, EntryKind.HOST_ROUTE_V4, 10_000);
        assertThat(neighbors.verdict()).isEqualTo(Verdict.OVERFLOWS);
        assertThat(neighbors.alternatives()).singleElement().satisfies(each -> {
            assertThat(each.placement().name()).isEqualTo("/32 and /128 in the LPM table");
            assertThat(each.verdict()).isEqualTo(Verdict.FITS);
        });
        assertThat(one(row, Resource.IPV4_ROUTE, EntryKind.ROUTE_V4, 176_000).verdict())
                .isEqualTo(Verdict.NEAR);
    }

    @Test
    void eightThousandOverlayNextHopsBindBehindRoutedVxlan() {
        String row = "dell-s5248f/os10/default";

        assertThat(one(row, Resource.OVERLAY_NEXTHOP, EntryKind.OVERLAY_NEIGHBOR_V4, 4_400)
                        .verdict())
                .isEqualTo(Verdict.FITS);
        AuditReport asymmetric = audit(row, EntryKind.OVERLAY_NEIGHBOR_V4, 8_250, EntryKind.REMOTE_VTEP, 50);
        assertThat(asymmetric.binding().orElseThrow().resource()).isEqualTo(Resource.OVERLAY_NEXTHOP);
        assertThat(asymmetric.verdict()).isEqualTo(Verdict.OVERFLOWS);
        assertThat(one("dell-s5248f/os10/scaled", Resource.OVERLAY_NEXTHOP, EntryKind.OVERLAY_NEIGHBOR_V4, 8_250)
                        .verdict())
                .isEqualTo(Verdict.FITS);
    }

    @Test
    void theSixthTunnelCrashesSonic() {
        String row = "dell-s5248f/sonic/default";

        assertThat(one(row, Resource.REMOTE_VTEP, EntryKind.REMOTE_VTEP, 5).verdict())
                .isEqualTo(Verdict.NEAR);
        ResourceAudit sixth = one(row, Resource.REMOTE_VTEP, EntryKind.REMOTE_VTEP, 6);
        assertThat(sixth.verdict()).isEqualTo(Verdict.OVERFLOWS);
        assertThat(sixth.overflow().action()).isEqualTo(Overflow.Action.CRASH);
    }

    @Test
    void anUnpublishedLimitIsNeverPassed() {
        assertThat(one("dell-s5248f/os10/default", Resource.REMOTE_VTEP, EntryKind.REMOTE_VTEP, 1)
                        .verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void ipv6CostsAsTheTableSays() {
        String row = "broadcom-tomahawk/cumulus/default";

        assertThat(audit(row, EntryKind.ROUTE_V4, 32_000, EntryKind.ROUTE_V6_LONG, 4_000)
                        .resource(Resource.IPV4_ROUTE)
                        .orElseThrow()
                        .share())
                .hasValue(1.0);
        assertThat(audit(row, EntryKind.ROUTE_V4, 32_001, EntryKind.ROUTE_V6_LONG, 4_000)
                        .verdict())
                .isEqualTo(Verdict.OVERFLOWS);
    }

    @Test
    void theTestDeviceHoldsAnything() {
        assertThat(audit("unlimited/any/test", EntryKind.HOST_ROUTE_V4, 1L << 40, EntryKind.MAC, 1L << 40)
                        .verdict())
                .isEqualTo(Verdict.FITS);
    }
}
