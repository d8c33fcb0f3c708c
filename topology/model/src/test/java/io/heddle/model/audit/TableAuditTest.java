package io.heddle.model.audit;

import static io.heddle.model.audit.Profiles.HOSTS;
import static io.heddle.model.audit.Profiles.counts;
import static io.heddle.model.audit.Profiles.joint;
import static io.heddle.model.audit.Profiles.table;
import static io.heddle.model.device.Placement.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.heddle.model.device.DeviceProfile;
import io.heddle.model.device.Evidence;
import io.heddle.model.device.Limit;
import io.heddle.model.device.Overflow;
import io.heddle.model.device.Resource;
import io.heddle.model.device.Table;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.model.tables.EntryKind;
import io.heddle.model.tables.TableCounts;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableAuditTest {

    private static final Table ROUTES_KNOWN_NEIGHBORS_NOT = new Table(
            "routes and hosts",
            List.of(
                    new Table.Member(Resource.IPV4_ROUTE, Limit.of(100), Profiles.BOOK),
                    new Table.Member(Resource.IPV4_NEIGHBOR, Limit.UNKNOWN, Profiles.BOOK)));

    private static final DeviceName LEAF = DeviceName.of("leaf1");

    private static ResourceAudit row(DeviceProfile profile, Resource resource, TableCounts counts) {
        return TableAudit.of(profile)
                .report(LEAF, SwitchRole.LEAF, counts)
                .resource(resource)
                .orElseThrow();
    }

    @Test
    void exactlyFullFitsAndOneMoreOverflows() {
        DeviceProfile profile = Profiles.of(List.of(PLAIN), table(Resource.IPV4_ROUTE, 176_000));

        ResourceAudit full = row(profile, Resource.IPV4_ROUTE, counts(EntryKind.HOST_ROUTE_V4, 176_000));
        assertThat(full.verdict()).isEqualTo(Verdict.NEAR);
        assertThat(full.share()).hasValue(1.0);
        ResourceAudit over =
                row(profile, Resource.IPV4_ROUTE, counts(EntryKind.HOST_ROUTE_V4, 175_999, EntryKind.LOCAL_V4, 2));
        assertThat(over.verdict()).isEqualTo(Verdict.OVERFLOWS);
        assertThat(over.used()).isEqualTo(176_001);
    }

    @Test
    void nearStartsAtFourFifths() {
        DeviceProfile profile = Profiles.of(List.of(PLAIN), table(Resource.VLAN, 5));

        assertThat(row(profile, Resource.VLAN, counts(EntryKind.VLAN, 3)).verdict())
                .isEqualTo(Verdict.FITS);
        assertThat(row(profile, Resource.VLAN, counts(EntryKind.VLAN, 4)).verdict())
                .isEqualTo(Verdict.NEAR);
    }

    @Test
    void resourcesInOneTableTakeRoomFromEachOther() {
        DeviceProfile profile =
                Profiles.of(List.of(PLAIN), joint(Resource.IPV4_ROUTE, 64_000, Resource.IPV6_ROUTE, 8_000));
        TableCounts counts = counts(EntryKind.ROUTE_V4, 32_000, EntryKind.ROUTE_V6_SHORT, 4_001);

        ResourceAudit v4 = row(profile, Resource.IPV4_ROUTE, counts);
        assertThat(v4.verdict()).isEqualTo(Verdict.OVERFLOWS);
        assertThat(v4.used()).isEqualTo(32_000);
        assertThat(v4.share().orElseThrow()).isEqualTo(64_008 / 64_000.0, within(1e-12));
        assertThat(v4.sharedWith()).containsExactly(Resource.IPV6_ROUTE);
        assertThat(v4.reading().atRest().contributions())
                .containsExactly(
                        new Contribution(EntryKind.ROUTE_V4, 32_000, Resource.IPV4_ROUTE, 32_000),
                        new Contribution(EntryKind.ROUTE_V6_SHORT, 4_001, Resource.IPV6_ROUTE, 4_001));
    }

    @Test
    void aResourceWithoutEntriesFitsInAFullTable() {
        DeviceProfile profile = Profiles.of(List.of(PLAIN), joint(Resource.IPV4_ROUTE, 10, Resource.IPV6_ROUTE, 5));

        ResourceAudit v6 = row(profile, Resource.IPV6_ROUTE, counts(EntryKind.ROUTE_V4, 11));
        assertThat(v6.verdict()).isEqualTo(Verdict.FITS);
        assertThat(v6.share()).hasValue(0);
    }

    @Test
    void entriesWithoutAKnownLimitAreUnknown() {
        ResourceAudit row = row(Profiles.of(List.of(PLAIN)), Resource.FDB_ENTRY, counts(EntryKind.MAC, 1));

        assertThat(row.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(row.share()).isEmpty();
        assertThat(row.evidence()).isEqualTo(Evidence.NONE);
    }

    @Test
    void whatIsKnownOfASharedTableCanOverflowIt() {
        Table table = new Table(
                "host",
                List.of(
                        new Table.Member(Resource.IPV4_NEIGHBOR, Limit.of(10), Profiles.BOOK),
                        new Table.Member(Resource.IPV6_NEIGHBOR, Limit.UNKNOWN, Evidence.NONE)));
        DeviceProfile profile = Profiles.of(List.of(PLAIN), table);

        TableAudit audit = TableAudit.of(profile);
        assertThat(audit.verdict(counts(EntryKind.NEIGHBOR_V4, 10, EntryKind.NEIGHBOR_V6, 1)))
                .isEqualTo(Verdict.UNKNOWN);
        assertThat(audit.verdict(counts(EntryKind.NEIGHBOR_V4, 11, EntryKind.NEIGHBOR_V6, 1)))
                .isEqualTo(Verdict.OVERFLOWS);
    }

    @Test
    void unlimitedFitsWithoutAShare() {
        DeviceProfile profile = Profiles.of(List.of(PLAIN), Table.of(Resource.VNI, Limit.UNLIMITED, Profiles.BOOK));

        ResourceAudit row = row(profile, Resource.VNI, counts(EntryKind.VNI, 1L << 40));
        assertThat(row.verdict()).isEqualTo(Verdict.FITS);
        assertThat(row.share()).isEmpty();
    }

    @Test
    void aFeatureThatIsSwitchedOffHoldsNothing() {
        DeviceProfile profile = Profiles.of(List.of(PLAIN), table(Resource.OVERLAY_RIF, 0));

        assertThat(row(profile, Resource.OVERLAY_RIF, counts()).verdict()).isEqualTo(Verdict.FITS);
        ResourceAudit one = row(profile, Resource.OVERLAY_RIF, counts(EntryKind.OVERLAY_RIF, 1));
        assertThat(one.verdict()).isEqualTo(Verdict.OVERFLOWS);
        assertThat(one.peakShare()).isGreaterThan(1);
    }

    @Test
    void ofTwoPlacementsTheWorseIsReportedAndTheOtherNamed() {
        DeviceProfile profile = Profiles.of(
                List.of(PLAIN, HOSTS), table(Resource.IPV4_ROUTE, 176_000), table(Resource.IPV4_NEIGHBOR, 6_000));
        TableCounts counts = counts(EntryKind.HOST_ROUTE_V4, 10_000, EntryKind.NEIGHBOR_V4, 40);

        ResourceAudit neighbors = row(profile, Resource.IPV4_NEIGHBOR, counts);
        assertThat(neighbors.verdict()).isEqualTo(Verdict.OVERFLOWS);
        assertThat(neighbors.used()).isEqualTo(10_040);
        assertThat(neighbors.reading().placement()).isEqualTo(HOSTS);
        assertThat(neighbors.alternatives()).hasSize(1);
        assertThat(neighbors.alternatives().getFirst().placement()).isEqualTo(PLAIN);
        assertThat(neighbors.alternatives().getFirst().verdict()).isEqualTo(Verdict.FITS);
        assertThat(row(profile, Resource.IPV4_ROUTE, counts).used()).isEqualTo(10_000);
    }

    @Test
    void aStepIsTooMuchOnlyIfItIsUnderEveryPlacement() {
        TableAudit audit = TableAudit.of(
                Profiles.of(List.of(PLAIN, HOSTS), table(Resource.IPV4_ROUTE, 10), table(Resource.IPV4_NEIGHBOR, 5)));

        assertThat(audit.full(counts(EntryKind.HOST_ROUTE_V4, 9), counts(EntryKind.HOST_ROUTE_V4, 10)))
                .isEmpty();
        assertThat(audit.full(counts(EntryKind.HOST_ROUTE_V4, 10), counts(EntryKind.HOST_ROUTE_V4, 11)))
                .map(each -> each.table().name())
                .hasValue("ipv4_route");
    }

    @Test
    void whatHappensThenIsThatOfTheResourceThatGrew() {
        TableAudit audit = TableAudit.of(
                Profiles.of(List.of(PLAIN), table(Resource.IPV4_ROUTE, 10), table(Resource.REMOTE_VTEP, 5)));

        assertThat(audit.full(counts(EntryKind.REMOTE_VTEP, 5), counts(EntryKind.REMOTE_VTEP, 6)))
                .map(each -> each.overflow().action())
                .hasValue(Overflow.Action.CRASH);
        assertThat(audit.full(counts(EntryKind.ROUTE_V4, 10), counts(EntryKind.ROUTE_V4, 11)))
                .map(each -> each.overflow().action())
                .hasValue(Overflow.Action.UNKNOWN);
    }

    @Test
    void aStepThatAddsNothingToATableThatIsTooFullFits() {
        TableAudit audit = TableAudit.of(Profiles.of(List.of(PLAIN), table(Resource.IPV4_ROUTE, 10)));

        assertThat(audit.full(counts(EntryKind.ROUTE_V4, 12), counts(EntryKind.ROUTE_V4, 12, EntryKind.NEIGHBOR_V4, 1)))
                .isEmpty();
        assertThat(audit.full(counts(EntryKind.ROUTE_V4, 12), counts(EntryKind.ROUTE_V4, 11)))
                .isEmpty();
    }

    @Test
    void placementsThatAgreeAreNoAlternatives() {
        DeviceProfile profile = Profiles.of(List.of(PLAIN, HOSTS), table(Resource.IPV4_ROUTE, 10));

        assertThat(row(profile, Resource.IPV4_ROUTE, counts(EntryKind.ROUTE_V4, 3))
                        .alternatives())
                .isEmpty();
    }

    @Test
    void theWorstFailureIsFoundPerTable() {
        DeviceProfile profile =
                Profiles.of(List.of(PLAIN), table(Resource.NEXTHOP_GROUP, 100), table(Resource.IPV4_ROUTE, 100));
        TableAudit audit = TableAudit.of(profile);
        WorstFailures failures = audit.failures();
        failures.add("loss of spine1", counts(EntryKind.ECMP_GROUP, 90, EntryKind.ROUTE_V4, 50));
        failures.add("loss of leaf2", counts(EntryKind.ECMP_GROUP, 20, EntryKind.ROUTE_V4, 101));
        failures.add("loss of spine2", counts(EntryKind.ECMP_GROUP, 90, EntryKind.ROUTE_V4, 50));

        AuditReport report =
                audit.report(LEAF, SwitchRole.LEAF, counts(EntryKind.ECMP_GROUP, 10, EntryKind.ROUTE_V4, 60), failures);
        ResourceAudit groups = report.resource(Resource.NEXTHOP_GROUP).orElseThrow();
        assertThat(groups.used()).isEqualTo(10);
        assertThat(groups.reading().worstFailure().orElseThrow().failure()).isEqualTo("loss of spine1");
        assertThat(groups.verdict()).isEqualTo(Verdict.NEAR);
        ResourceAudit routes = report.binding().orElseThrow();
        assertThat(routes.resource()).isEqualTo(Resource.IPV4_ROUTE);
        assertThat(routes.reading().worstFailure().orElseThrow().failure()).isEqualTo("loss of leaf2");
        assertThat(report.verdict()).isEqualTo(Verdict.OVERFLOWS);
        assertThat(report.with(Verdict.OVERFLOWS)).containsExactly(routes);
    }

    @Test
    void anOverflowIsWorseThanAnyNumberOfEntriesWithoutALimit() {
        DeviceProfile profile = Profiles.of(List.of(PLAIN), ROUTES_KNOWN_NEIGHBORS_NOT);
        TableAudit audit = TableAudit.of(profile);
        WorstFailures failures = audit.failures();
        failures.add("loss of leaf1", counts(EntryKind.ROUTE_V4, 99, EntryKind.NEIGHBOR_V4, 1_000_000));
        failures.add("loss of leaf2", counts(EntryKind.ROUTE_V4, 101));
        failures.add("loss of leaf3", counts(EntryKind.ROUTE_V4, 1, EntryKind.NEIGHBOR_V4, 5_000_000));

        AuditReport report = audit.report(LEAF, SwitchRole.LEAF, counts(EntryKind.ROUTE_V4, 1), failures);

        assertThat(report.verdict()).isEqualTo(Verdict.OVERFLOWS);
        assertThat(report.resource(Resource.IPV4_ROUTE)
                        .orElseThrow()
                        .reading()
                        .worstFailure()
                        .orElseThrow()
                        .failure())
                .isEqualTo("loss of leaf2");
    }

    @Test
    void thePeakIsThatOfTheFullestPlacementEvenWhereAnotherIsWorse() {
        DeviceProfile profile = Profiles.of(List.of(PLAIN, HOSTS), ROUTES_KNOWN_NEIGHBORS_NOT);

        ResourceAudit routes =
                row(profile, Resource.IPV4_ROUTE, counts(EntryKind.ROUTE_V4, 10, EntryKind.HOST_ROUTE_V4, 75));

        assertThat(routes.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(routes.reading().placement()).isEqualTo(HOSTS);
        assertThat(routes.share()).hasValue(0.10);
        assertThat(routes.peakShare()).isEqualTo(0.85);
    }

    @Test
    void failuresOfAnotherAuditAreRefused() {
        TableAudit one = TableAudit.of(Profiles.of(List.of(PLAIN)));
        WorstFailures others = TableAudit.of(Profiles.of(List.of(HOSTS))).failures();

        assertThatThrownBy(() -> one.report(LEAF, SwitchRole.LEAF, counts(), others))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("box/os/default");
    }

    @Test
    void theSummaryGivesNumbersReasonAndSource() {
        DeviceProfile profile = Profiles.of(List.of(PLAIN), table(Resource.REMOTE_VTEP, 5));

        assertThat(row(profile, Resource.REMOTE_VTEP, counts(EntryKind.REMOTE_VTEP, 6))
                        .summary())
                .isEqualTo("remote_vtep overflows: 6 of 5 (120.0 %) = 6 remote-vtep; when full: crash, syncd aborts"
                        + " [documented: the book]");
    }

    @Test
    void theSummaryNamesWhatIsAssumedAndWhatElseMayBe() {
        DeviceProfile profile = Profiles.of(List.of(PLAIN, HOSTS), table(Resource.IPV4_NEIGHBOR, 100));

        assertThat(row(profile, Resource.IPV4_NEIGHBOR, counts(EntryKind.HOST_ROUTE_V4, 50, EntryKind.NEIGHBOR_V4, 10))
                        .summary())
                .isEqualTo(
                        "ipv4_neighbor fits: 60 of 100 (60.0 %) = 50 host-route-v4, 10 neighbor-v4; assuming hosts in the"
                                + " host table; with plain instead: fits, 10 of 100 (10.0 %) = 10 neighbor-v4 [documented: the book]");
    }

    @Test
    void oneEntryTooManyIsNotShownAsExactlyFull() {
        assertThat(AuditText.percent(176_001 / 176_000.0)).isEqualTo("100.1 %");
        assertThat(AuditText.percent(1)).isEqualTo("100 %");
        assertThat(AuditText.percent(175_999 / 176_000.0)).isEqualTo("99.9 %");
    }
}
