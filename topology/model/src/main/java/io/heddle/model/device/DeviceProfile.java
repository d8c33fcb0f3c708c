package io.heddle.model.device;

import io.heddle.model.fabric.ProfileRef;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A row of the device catalogue.
 *
 * @param tables the memories with a figure; a resource in none of them has an unknown limit
 * @param placements where entries go; more than one means that nobody documents which of them is true
 * @param overflow what happens when a resource is full, by resource
 * @param otherOverflow the same for all other resources
 * @param notes what else an engineer must know, such as that a change of profile needs a reload
 */
public record DeviceProfile(
        ProfileRef ref,
        Hardware hardware,
        PortLayout ports,
        List<Table> tables,
        List<Placement> placements,
        Map<Resource, Overflow> overflow,
        Overflow otherOverflow,
        List<String> notes) {

    public DeviceProfile {
        tables = List.copyOf(tables);
        placements = List.copyOf(placements);
        overflow = overflow.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(overflow));
        notes = List.copyOf(notes);
        if (placements.isEmpty()) {
            throw new IllegalArgumentException(ref + " has no placement");
        }
        Set<Resource> seen = new HashSet<>();
        for (Table table : tables) {
            for (Table.Member each : table.members()) {
                if (!seen.add(each.resource())) {
                    throw new IllegalArgumentException(ref + " has " + each.resource() + " in two tables");
                }
            }
        }
    }

    /** The memory that a resource lives in; of unknown size if there is no figure. */
    public Table table(Resource resource) {
        return tables.stream()
                .filter(each -> each.member(resource).isPresent())
                .findFirst()
                .orElseGet(() -> Table.of(resource, Limit.UNKNOWN, Evidence.NONE));
    }

    /** How many entries of a resource fit when its table holds nothing else. */
    public Limit limit(Resource resource) {
        return table(resource).member(resource).map(Table.Member::alone).orElse(Limit.UNKNOWN);
    }

    public Evidence evidence(Resource resource) {
        return table(resource).member(resource).map(Table.Member::evidence).orElse(Evidence.NONE);
    }

    public Overflow overflow(Resource resource) {
        return Optional.ofNullable(overflow.get(resource)).orElse(otherOverflow);
    }

    /** Packet buffer in bytes. */
    public Limit buffer() {
        return limit(Resource.BUFFER_BYTES);
    }

    /** This row with another limit. In a shared table the other resources keep the number they have alone. */
    public DeviceProfile withLimit(Resource resource, Limit limit, Evidence evidence) {
        List<Table> changed = new ArrayList<>();
        boolean found = false;
        for (Table each : tables) {
            boolean here = each.member(resource).isPresent();
            changed.add(here ? each.withLimit(resource, limit, evidence) : each);
            found |= here;
        }
        if (!found) {
            changed.add(Table.of(resource, limit, evidence));
        }
        return new DeviceProfile(ref, hardware, ports, changed, placements, overflow, otherOverflow, notes);
    }
}
