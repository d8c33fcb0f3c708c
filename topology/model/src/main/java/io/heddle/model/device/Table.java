package io.heddle.model.device;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A memory of the ASIC. With one member it is a plain table. With several they share it: each entry of a resource takes
 * 1 / {@link Member#alone} of the table, so "64k IPv4 or 8k IPv6-long" is two members of 64,000 and 8,000 and an IPv6 entry costs
 * as much as eight of IPv4. That mixed use is linear is the usual assumption; the documents give the ends only.
 *
 * @param name what to call it in a report
 */
public record Table(String name, List<Member> members) {

    /**
     * A resource kept in the table.
     *
     * @param alone how many entries the table holds when it holds nothing else
     */
    public record Member(Resource resource, Limit alone, Evidence evidence) {}

    public Table {
        members = List.copyOf(members);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("table '" + name + "' holds no resource");
        }
        if (members.stream().map(Member::resource).distinct().count() < members.size()) {
            throw new IllegalArgumentException("table '" + name + "' lists a resource twice");
        }
        for (Member each : members) {
            if (members.size() > 1 && !canShare(each.alone)) {
                throw new IllegalArgumentException("table '" + name + "' is shared, so the limit of " + each.resource
                        + " is a positive number or unknown, not " + each.alone);
            }
        }
        Slots.of(name, members.stream().map(Member::alone).toList());
    }

    private static boolean canShare(Limit limit) {
        return switch (limit) {
            case Limit.Entries entries -> entries.count() > 0;
            case Limit.Unknown _ -> true;
            case Limit.Unlimited _ -> false;
        };
    }

    /** A table of one resource. */
    public static Table of(Resource resource, Limit limit, Evidence evidence) {
        return new Table(resource.toString(), List.of(new Member(resource, limit, evidence)));
    }

    /**
     * The size of the table in the largest unit that every member's entries are a multiple of; empty if no member has a number. A
     * table of one resource has its limit as size, and cost 1.
     */
    public Optional<Slots> slots() {
        return Slots.of(name, members.stream().map(Member::alone).toList());
    }

    public Optional<Member> member(Resource resource) {
        return members.stream().filter(each -> each.resource == resource).findFirst();
    }

    /** The same table with another limit for {@code resource}; the others keep what they have alone. */
    Table withLimit(Resource resource, Limit limit, Evidence evidence) {
        return new Table(
                name,
                members.stream()
                        .map(each -> each.resource == resource ? new Member(resource, limit, evidence) : each)
                        .toList());
    }

    @Override
    public String toString() {
        return members.stream()
                .map(each -> each.alone + " " + each.resource)
                .collect(Collectors.joining(" or ", name + ": ", ""));
    }
}
