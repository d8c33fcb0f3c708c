package io.heddle.controller.core.announce;

import io.heddle.model.fabric.DeviceName;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that one switch is to be told by the controller, nothing else.
 *
 * @param revision of the store that it follows from; two controllers at the same revision want the same
 * @param routes by key, in the order they are announced
 */
public record Wanted(DeviceName device, long revision, SortedMap<RouteKey, Announcement> routes) {

    public Wanted {
        if (revision < 0) {
            throw new IllegalArgumentException("revision " + revision + " of " + device + " is negative");
        }
        routes = Collections.unmodifiableSortedMap(new TreeMap<>(routes));
        routes.forEach((key, each) -> {
            if (!each.key().equals(key)) {
                throw new IllegalArgumentException(device + ": " + each + " stands under " + key);
            }
        });
    }

    public static Wanted of(DeviceName device, long revision, Collection<? extends Announcement> routes) {
        SortedMap<RouteKey, Announcement> byKey = new TreeMap<>();
        for (Announcement each : routes) {
            Announcement other = byKey.putIfAbsent(each.key(), each);
            if (other != null && !other.equals(each)) {
                throw new IllegalArgumentException(device + ": both " + other + " and " + each);
            }
        }
        return new Wanted(device, revision, byKey);
    }

    /** What a switch is told before anything is known of it. */
    public static Wanted nothing(DeviceName device) {
        return of(device, 0, List.of());
    }
}
