package io.heddle.simulator.event;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.Origin;
import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.bgp.speaker.Speaker;
import io.heddle.model.config.Origination;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a router originates by itself (section 3), and has its speaker originate. Single-threaded. */
final class OwnRoutes {

    private final Groups groups;
    private SortedMap<Prefix, Origin> originated = new TreeMap<>();
    /** What it was last told to originate, whether all of it travels or not. */
    private @Nullable SortedMap<Prefix, Origin> told;

    OwnRoutes(Groups groups) {
        this.groups = groups;
    }

    void lose() {
        told = null;
        originated = new TreeMap<>();
    }

    boolean contains(Prefix prefix) {
        return originated.containsKey(prefix);
    }

    /** A speaker has just started. */
    void announceAll(Speaker started, long now) {
        originate(started, originated, now);
        for (Origination each : started.config().router().originations()) {
            if (each instanceof Origination.DefaultRoute(IpFamily family)) {
                started.originate(List.of(defaultOf(family)), Aggregates.ATTRIBUTES, now);
            }
        }
    }

    /** It originates these from now on. */
    void become(SortedMap<Prefix, Origin> all, @Nullable Speaker running, long time) {
        if (all.equals(told)) {
            return;
        }
        told = all;
        SortedMap<Prefix, Origin> now = groups.travelling(all);
        SortedMap<Prefix, Origin> before = originated;
        originated = now;
        if (running == null || now.equals(before)) {
            return;
        }
        List<Prefix> gone =
                before.keySet().stream().filter(each -> !now.containsKey(each)).toList();
        Map<Prefix, Origin> fresh = new TreeMap<>();
        now.forEach((prefix, origin) -> {
            if (before.get(prefix) != origin) {
                fresh.put(prefix, origin);
            }
        });
        running.withdraw(gone, time);
        originate(running, fresh, time);
    }

    private static void originate(Speaker speaker, Map<Prefix, Origin> prefixes, long now) {
        Map<Origin, List<Prefix>> byOrigin = new EnumMap<>(Origin.class);
        prefixes.forEach((prefix, origin) ->
                byOrigin.computeIfAbsent(origin, _ -> new ArrayList<>()).add(prefix));
        byOrigin.forEach((origin, some) -> {
            AttributeSet set = AttributeSet.of(PathAttributes.originated(origin), null);
            speaker.originate(some, set, now);
        });
    }

    private static Prefix defaultOf(IpFamily family) {
        return new Prefix(family == IpFamily.IPV4 ? IpAddress.v4(0) : IpAddress.v6(0, 0), 0);
    }
}
