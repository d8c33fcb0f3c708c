package io.heddle.model.audit;

import static io.heddle.model.audit.Profiles.HOSTS;
import static io.heddle.model.device.Placement.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.device.DeviceProfile;
import io.heddle.model.device.Limit;
import io.heddle.model.device.Placement;
import io.heddle.model.device.Resource;
import io.heddle.model.device.Table;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.model.tables.EntryKind;
import io.heddle.model.tables.TableCounts;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class TableAuditProperties {

    private static final DeviceName LEAF = DeviceName.of("leaf1");

    // Drawn at random instead of combined: jqwik spends seconds on shrinkable lists of two dozen numbers.
    @Provide
    Arbitrary<DeviceProfile> profiles() {
        List<List<Placement>> placements =
                List.of(List.of(PLAIN), List.of(HOSTS), List.of(PLAIN, HOSTS), List.of(HOSTS, PLAIN));
        return Arbitraries.randomValue(random -> profile(
                Stream.generate(() -> limit(random, 0))
                        .limit(Resource.values().length)
                        .toList(),
                Stream.generate(() -> limit(random, 1)).limit(4).toList(),
                placements.get(random.nextInt(placements.size()))));
    }

    private static Limit limit(Random random, int least) {
        int choice = random.nextInt(9);
        return choice < 2
                ? Limit.UNKNOWN
                : choice == 2 && least == 0 ? Limit.UNLIMITED : Limit.of(least + random.nextInt(300));
    }

    private static DeviceProfile profile(List<Limit> single, List<Limit> joint, List<Placement> placements) {
        List<Resource> together =
                List.of(Resource.IPV4_ROUTE, Resource.IPV6_ROUTE, Resource.IPV4_NEIGHBOR, Resource.IPV6_NEIGHBOR);
        List<Table.Member> members = new ArrayList<>();
        for (int i = 0; i < together.size(); i++) {
            members.add(new Table.Member(together.get(i), joint.get(i), Profiles.BOOK));
        }
        List<Table> tables = new ArrayList<>(List.of(new Table("all hosts and routes", members)));
        for (Resource each : Resource.values()) {
            if (!together.contains(each)) {
                tables.add(Table.of(each, single.get(each.ordinal()), Profiles.BOOK));
            }
        }
        return Profiles.of(placements, tables.toArray(Table[]::new));
    }

    @Provide
    Arbitrary<TableCounts> counts() {
        return Arbitraries.randomValue(random -> TableCounts.of(
                Stream.of(EntryKind.values()).mapToLong(_ -> count(random)).toArray()));
    }

    private static long count(Random random) {
        int choice = random.nextInt(12);
        return choice < 4 ? 0 : choice == 4 ? random.nextLong() >>> 24 : random.nextInt(120);
    }

    @Property(tries = 300)
    void moreEntriesAreNeverBetter(
            @ForAll("profiles") DeviceProfile profile,
            @ForAll("counts") TableCounts counts,
            @ForAll EntryKind kind,
            @ForAll @LongRange(min = 1, max = 1_000_000) long more) {
        TableAudit audit = TableAudit.of(profile);
        TableCounts larger = plus(counts, kind, more);

        assertThat(audit.verdict(larger)).isGreaterThanOrEqualTo(audit.verdict(counts));
        assertThat(audit.peakShare(larger)).isGreaterThanOrEqualTo(audit.peakShare(counts));
        AuditReport before = audit.report(LEAF, SwitchRole.LEAF, counts);
        AuditReport after = audit.report(LEAF, SwitchRole.LEAF, larger);
        for (ResourceAudit each : before.resources()) {
            ResourceAudit later = after.resource(each.resource()).orElseThrow();
            assertThat(later.verdict()).isGreaterThanOrEqualTo(each.verdict());
            assertThat(later.peakShare()).isGreaterThanOrEqualTo(each.peakShare());
        }
    }

    @Property(tries = 300)
    void theLightPathAndTheReportAgree(
            @ForAll("profiles") DeviceProfile profile, @ForAll("counts") TableCounts counts) {
        TableAudit audit = TableAudit.of(profile);
        AuditReport report = audit.report(LEAF, SwitchRole.LEAF, counts);

        assertThat(report.verdict()).isEqualTo(audit.verdict(counts));
        assertThat(audit.overflows(counts))
                .isEqualTo(!report.with(Verdict.OVERFLOWS).isEmpty());
        assertThat(report.binding().map(ResourceAudit::peakShare).orElse(0.0)).isEqualTo(audit.peakShare(counts));
    }

    @Property(tries = 300)
    void theWorstPlacementDecides(@ForAll("profiles") DeviceProfile profile, @ForAll("counts") TableCounts counts) {
        Verdict worst = profile.placements().stream()
                .map(each -> TableAudit.of(only(profile, each)).verdict(counts))
                .reduce(Verdict.FITS, Verdict::worse);

        assertThat(TableAudit.of(profile).verdict(counts)).isEqualTo(worst);
    }

    @Property(tries = 300)
    void entriesOfAResourceWithoutALimitNeverFit(
            @ForAll("profiles") DeviceProfile profile, @ForAll("counts") TableCounts counts) {
        for (ResourceAudit each :
                TableAudit.of(profile).report(LEAF, SwitchRole.LEAF, counts).resources()) {
            if (each.limit() instanceof Limit.Unknown && each.used() > 0) {
                assertThat(each.verdict()).isIn(Verdict.UNKNOWN, Verdict.OVERFLOWS);
            }
        }
    }

    /** Against exact fractions: overflow means that the shares of all members of the table sum to more than 1. */
    @Property(tries = 300)
    void overflowIsExact(@ForAll("profiles") DeviceProfile profile, @ForAll("counts") TableCounts counts) {
        DeviceProfile one = only(profile, PLAIN);
        Table table = one.table(Resource.IPV4_ROUTE);
        BigInteger product = BigInteger.ONE;
        for (Table.Member each : table.members()) {
            product = product.multiply(BigInteger.valueOf(alone(each)));
        }
        BigInteger sum = BigInteger.ZERO;
        for (EntryKind kind : EntryKind.values()) {
            for (Placement.Take take : PLAIN.of(kind)) {
                for (Table.Member each : table.members()) {
                    if (each.resource() == take.resource() && each.alone() instanceof Limit.Entries) {
                        sum = sum.add(product.divide(BigInteger.valueOf(alone(each)))
                                .multiply(BigInteger.valueOf(counts.of(kind))));
                    }
                }
            }
        }
        boolean known = table.slots().isPresent();

        Verdict expected = known && sum.compareTo(product) > 0 ? Verdict.OVERFLOWS : Verdict.FITS;
        boolean overflows = table.members().stream()
                .map(each ->
                        TableAudit.of(one).report(LEAF, SwitchRole.LEAF, counts).resource(each.resource()))
                .flatMap(Optional::stream)
                .anyMatch(each -> each.verdict() == Verdict.OVERFLOWS);
        assertThat(overflows).isEqualTo(expected == Verdict.OVERFLOWS);
    }

    @Property(tries = 300)
    void theWorstFailureIsAtLeastAsFullAsEveryFailure(
            @ForAll("profiles") DeviceProfile profile,
            @ForAll("counts") TableCounts atRest,
            @ForAll("counts") TableCounts one,
            @ForAll("counts") TableCounts two) {
        TableAudit audit = TableAudit.of(profile);
        WorstFailures failures = audit.failures();
        failures.add("one", one);
        failures.add("two", two);
        AuditReport report = audit.report(LEAF, SwitchRole.LEAF, atRest, failures);

        assertThat(report.verdict())
                .isEqualTo(audit.verdict(atRest).worse(audit.verdict(one)).worse(audit.verdict(two)));
    }

    private static long alone(Table.Member member) {
        return member.alone() instanceof Limit.Entries entries ? entries.count() : 1;
    }

    private static TableCounts plus(TableCounts counts, EntryKind kind, long more) {
        long[] all = new long[EntryKind.values().length];
        for (EntryKind each : EntryKind.values()) {
            all[each.ordinal()] = counts.of(each) + (each == kind ? more : 0);
        }
        return TableCounts.of(all);
    }

    private static DeviceProfile only(DeviceProfile profile, Placement placement) {
        return Profiles.of(List.of(placement), profile.tables().toArray(Table[]::new));
    }
}
