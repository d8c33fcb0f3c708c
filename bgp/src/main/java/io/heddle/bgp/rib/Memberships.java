package io.heddle.bgp.rib;

import io.heddle.bgp.attribute.Octets;
import io.heddle.bgp.wire.RouteTargetMembership;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * What each source wants (RFC 4684), kept by the paths in the table of memberships, so that it outlives a session whose routes are kept
 * (RFC 4724). Groups are told when a batch of changes is over. Single-threaded.
 */
final class Memberships {

    private final Map<Integer, TargetFilter> bySource = new TreeMap<>();
    private final WantingSources wanting = new WantingSources(bySource);
    /** Before the changes that have not been told yet. */
    private final Map<Integer, TargetFilter> before = new TreeMap<>();

    private final List<GroupMember> members = new ArrayList<>();

    /** The filter of a source; it changes as its memberships do. */
    TargetFilter of(int source) {
        return bySource.computeIfAbsent(source, _ -> new TargetFilter());
    }

    /** The other way round: by target, who wants it. */
    WantingSources wanting() {
        return wanting;
    }

    /** A member that has joined by what is wanted now. */
    void watch(GroupMember member) {
        members.add(member);
        before.remove(member.source());
    }

    void unwatch(GroupMember member) {
        members.remove(member);
        TargetFilter filter = bySource.get(member.source());
        boolean last = members.stream().noneMatch(each -> each.source() == member.source());
        if (last && filter != null && filter.isEmpty()) {
            bySource.remove(member.source());
            before.remove(member.source());
        }
    }

    /** A source has a path to a membership, or none any more. */
    void changed(int source, Octets key, boolean there) {
        if (source == RouteSource.SELF) {
            return;
        }
        RouteTargetMembership membership = RouteTargetMembership.of(key);
        TargetFilter filter = of(source);
        TargetFilter old = before.get(source) == null ? filter.copy() : filter;
        boolean had = filter.has(membership);
        if (there) {
            filter.add(membership);
        } else {
            filter.remove(membership);
        }
        if (had != filter.has(membership)) {
            wanting.changed(source, filter, membership);
            before.putIfAbsent(source, old);
        }
    }

    /** Has what is wanted now sent, and what is not withdrawn; the sources that have something to read are told. */
    void apply(IntConsumer each) {
        if (before.isEmpty()) {
            return;
        }
        for (GroupMember member : members) {
            TargetFilter old = before.get(member.source());
            if (old != null) {
                member.wantsOtherwise(old);
                each.accept(member.source());
            }
        }
        before.clear();
    }
}
