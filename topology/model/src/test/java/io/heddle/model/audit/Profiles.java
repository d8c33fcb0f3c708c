package io.heddle.model.audit;

import io.heddle.model.device.Confidence;
import io.heddle.model.device.DeviceProfile;
import io.heddle.model.device.Evidence;
import io.heddle.model.device.Hardware;
import io.heddle.model.device.Limit;
import io.heddle.model.device.Overflow;
import io.heddle.model.device.Placement;
import io.heddle.model.device.PortLayout;
import io.heddle.model.device.PortNaming;
import io.heddle.model.device.Resource;
import io.heddle.model.device.Table;
import io.heddle.model.fabric.ProfileRef;
import io.heddle.model.tables.EntryKind;
import io.heddle.model.tables.TableCounts;
import java.util.List;
import java.util.Map;

/** Profiles and counts that tests write down quickly. */
final class Profiles {

    static final Evidence BOOK = new Evidence("the book", Confidence.DOCUMENTED);

    /** /32 and /128 in the host table. */
    static final Placement HOSTS = Placement.PLAIN.with(
            "hosts in the host table",
            Map.of(
                    EntryKind.HOST_ROUTE_V4, List.of(new Placement.Take(Resource.IPV4_NEIGHBOR, 1)),
                    EntryKind.HOST_ROUTE_V6, List.of(new Placement.Take(Resource.IPV6_NEIGHBOR, 1))),
            BOOK);

    private Profiles() {}

    static DeviceProfile of(List<Placement> placements, Table... tables) {
        return new DeviceProfile(
                new ProfileRef("box", "os", "default"),
                new Hardware("Vendor", "Box", "Chip"),
                PortLayout.of(List.of(), new PortNaming("p{port}", "p{port}s{part}"), Evidence.NONE),
                List.of(tables),
                placements,
                Map.of(Resource.REMOTE_VTEP, new Overflow(Overflow.Action.CRASH, "syncd aborts", BOOK)),
                Overflow.UNKNOWN,
                List.of());
    }

    static Table table(Resource resource, long limit) {
        return Table.of(resource, Limit.of(limit), BOOK);
    }

    static Table joint(Resource a, long aloneA, Resource b, long aloneB) {
        return new Table(
                "joint",
                List.of(new Table.Member(a, Limit.of(aloneA), BOOK), new Table.Member(b, Limit.of(aloneB), BOOK)));
    }

    /** Kinds and how many of each. */
    static TableCounts counts(Object... kindsAndCounts) {
        long[] counts = new long[EntryKind.values().length];
        for (int i = 0; i < kindsAndCounts.length; i += 2) {
            counts[((EntryKind) kindsAndCounts[i]).ordinal()] = ((Number) kindsAndCounts[i + 1]).longValue();
        }
        return TableCounts.of(counts);
    }
}
