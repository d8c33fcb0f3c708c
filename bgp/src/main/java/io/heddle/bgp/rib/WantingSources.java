package io.heddle.bgp.rib;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.ExtendedCommunity;
import io.heddle.bgp.wire.RouteTargetMembership;
import java.util.HashMap;
import java.util.Map;

/**
 * Which sources want which route targets (RFC 4684), so that those who want a route are found without asking the others. Memberships that
 * name a whole target are looked up; of sources with shorter ones, or the default, each is asked. Single-threaded.
 */
final class WantingSources {

    private final Map<Long, NumberSet> byTarget = new HashMap<>();
    /** Sources that want more than whole targets, with their filters. */
    private final NumberSet others = new NumberSet();

    private final Map<Integer, TargetFilter> filters;
    private final NumberSet answer = new NumberSet();

    /** Nobody wants anything yet, whatever the filters may say later: {@link #changed} has to be told. */
    WantingSources(Map<Integer, TargetFilter> filters) {
        this.filters = filters;
    }

    /** A source has begun to want something, or does no more; its filter says so already. */
    void changed(int source, TargetFilter filter, RouteTargetMembership membership) {
        if (membership.bits() < Long.SIZE) {
            put(others, source, !filter.isOfWholeTargets());
        } else if (filter.has(membership)) {
            byTarget.computeIfAbsent(membership.target(), _ -> new NumberSet()).add(source);
        } else {
            byTarget.computeIfPresent(membership.target(), (_, wanting) -> {
                wanting.remove(source);
                return wanting.isEmpty() ? null : wanting;
            });
        }
    }

    private static void put(NumberSet into, int source, boolean there) {
        if (there) {
            into.add(source);
        } else {
            into.remove(source);
        }
    }

    /** Those who want routes with these attributes; good until the next call. */
    NumberSet of(AttributeSet route) {
        answer.clear();
        for (ExtendedCommunity each : route.extendedCommunities()) {
            NumberSet wanting = each.isRouteTarget() ? byTarget.get(each.value()) : null;
            if (wanting != null) {
                answer.addAll(wanting);
            }
        }
        for (int each = others.next(0); each != NumberSet.NONE; each = others.next(each + 1)) {
            TargetFilter filter = filters.get(each);
            if (filter != null && filter.wants(route)) {
                answer.add(each);
            }
        }
        return answer;
    }
}
