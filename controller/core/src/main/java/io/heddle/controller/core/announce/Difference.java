package io.heddle.controller.core.announce;

import io.heddle.model.fabric.DeviceName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What makes one want of a switch into another. Make before break: first everything of {@code announce} in its order, then everything of
 * {@code withdraw} in its own, which is the reverse, so that what others lean on goes last.
 *
 * @param from the revision it starts from
 * @param to the revision it leads to
 * @param announce new or changed; announcing one replaces what its key had
 * @param withdraw gone
 */
public record Difference(DeviceName device, long from, long to, List<Announcement> announce, List<RouteKey> withdraw) {

    public Difference {
        announce = List.copyOf(announce);
        withdraw = List.copyOf(withdraw);
    }

    /** In time linear in both. */
    public static Difference between(Wanted held, Wanted wanted) {
        if (!held.device().equals(wanted.device())) {
            throw new IllegalArgumentException("wants of " + held.device() + " and of " + wanted.device());
        }
        List<Announcement> announce = new ArrayList<>();
        List<RouteKey> withdraw = new ArrayList<>();
        Iterator<Map.Entry<RouteKey, Announcement>> olds =
                held.routes().entrySet().iterator();
        Iterator<Map.Entry<RouteKey, Announcement>> news =
                wanted.routes().entrySet().iterator();
        Map.Entry<RouteKey, Announcement> old = next(olds);
        Map.Entry<RouteKey, Announcement> fresh = next(news);
        while (old != null || fresh != null) {
            int order = old == null ? 1 : fresh == null ? -1 : old.getKey().compareTo(fresh.getKey());
            if (old != null && order <= 0) {
                if (order < 0) {
                    withdraw.add(old.getKey());
                } else if (fresh != null && !fresh.getValue().equals(old.getValue())) {
                    announce.add(fresh.getValue());
                }
                old = next(olds);
            } else if (fresh != null) {
                announce.add(fresh.getValue());
            }
            fresh = order >= 0 ? next(news) : fresh;
        }
        Collections.reverse(withdraw);
        return new Difference(wanted.device(), held.revision(), wanted.revision(), announce, withdraw);
    }

    private static Map.@Nullable Entry<RouteKey, Announcement> next(Iterator<Map.Entry<RouteKey, Announcement>> each) {
        return each.hasNext() ? each.next() : null;
    }

    /** The same, leading to another revision. */
    public Difference at(long revision) {
        return new Difference(device, from, revision, announce, withdraw);
    }

    public boolean isEmpty() {
        return announce.isEmpty() && withdraw.isEmpty();
    }

    /** {@code held} with this applied; applying it twice is applying it once. */
    public Wanted appliedTo(Wanted held) {
        TreeMap<RouteKey, Announcement> routes = new TreeMap<>(held.routes());
        announce.forEach(each -> routes.put(each.key(), each));
        withdraw.forEach(routes::remove);
        return new Wanted(held.device(), to, routes);
    }
}
