package io.heddle.bgp.rib;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.ExtendedCommunity;
import io.heddle.bgp.wire.RouteTargetMembership;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a peer wants of families whose routes have route targets (RFC 4684): what it announced of memberships. A route without target is
 * for those who want all. Single-threaded.
 */
final class TargetFilter {

    /** By number of bits that count: the targets, and how many memberships say so, whatever their origin AS. */
    private final TreeMap<Integer, Map<Long, Integer>> wanted = new TreeMap<>();

    TargetFilter() {}

    TargetFilter copy() {
        TargetFilter copy = new TargetFilter();
        wanted.forEach((bits, targets) -> copy.wanted.put(bits, new TreeMap<>(targets)));
        return copy;
    }

    boolean isEmpty() {
        return wanted.isEmpty();
    }

    /** Whether only whole targets are named, so that it is enough to look those up. */
    boolean isOfWholeTargets() {
        return wanted.isEmpty() || wanted.firstKey() == Long.SIZE;
    }

    /** Whether {@link #add} would make a difference, or {@link #remove} of the last. */
    boolean has(RouteTargetMembership membership) {
        Map<Long, Integer> targets = wanted.get(membership.bits());
        return targets != null && targets.containsKey(membership.target());
    }

    void add(RouteTargetMembership membership) {
        wanted.computeIfAbsent(membership.bits(), _ -> new TreeMap<>()).merge(membership.target(), 1, Integer::sum);
    }

    void remove(RouteTargetMembership membership) {
        Map<Long, Integer> targets = wanted.get(membership.bits());
        if (targets == null) {
            throw new IllegalStateException(membership + " was never added");
        }
        targets.computeIfPresent(membership.target(), (_, times) -> times == 1 ? null : times - 1);
        if (targets.isEmpty()) {
            wanted.remove(membership.bits());
        }
    }

    /** Whether the peer wants routes with these attributes. */
    boolean wants(AttributeSet route) {
        if (wanted.isEmpty()) {
            return false;
        }
        if (wanted.firstKey() == 0) {
            return true;
        }
        for (ExtendedCommunity each : route.extendedCommunities()) {
            if (each.isRouteTarget() && wants(each.value())) {
                return true;
            }
        }
        return false;
    }

    private boolean wants(long target) {
        for (Map.Entry<Integer, Map<Long, Integer>> each : wanted.entrySet()) {
            if (each.getValue().containsKey(target & RouteTargetMembership.mask(each.getKey()))) {
                return true;
            }
        }
        return false;
    }

    /** For people. */
    @Override
    public String toString() {
        return wanted.entrySet().stream()
                .flatMap(each -> each.getValue().keySet().stream().map(target -> text(target, each.getKey())))
                .collect(Collectors.joining(", "));
    }

    private static String text(long target, int bits) {
        return switch (bits) {
            case 0 -> "all";
            case Long.SIZE -> new ExtendedCommunity(target).toString();
            default -> new ExtendedCommunity(target) + "/" + bits;
        };
    }
}
