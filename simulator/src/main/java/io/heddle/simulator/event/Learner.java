package io.heddle.simulator.event;

import io.heddle.bgp.rib.ChosenRoute;
import io.heddle.bgp.rib.LocRib;
import io.heddle.bgp.rib.RouteFollower;
import io.heddle.bgp.rib.RouteSource;
import io.heddle.bgp.speaker.Speaker;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.model.net.Prefix;
import io.heddle.simulator.timeline.Cause;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Follows what a speaker chooses in one family of prefixes, and tells tables and aggregates of it. Single-threaded. */
final class Learner implements RouteFollower {

    private final Speaker speaker;
    private final AddressFamilyId family;
    private final Aggregates aggregates;
    private final Predicate<Prefix> originated;
    private final @Nullable Forwarding forwarding;
    private final Leading leading;
    private final Listener listener;
    private final Supplier<Cause> cause;
    /** By the speaker's number of the destination; empty where there is none yet, or no single one. */
    private @Nullable Slot[] places = {};

    private final List<Prefix> news = new ArrayList<>();
    private int shown;

    /** Is told what came of a call. */
    interface Listener {
        /** Whether it wants to be told of every change of mind. */
        boolean wantsPrefixes();

        void changedMind(Prefix prefix);

        /** The speaker changed its mind about so many destinations; to these of them another way leads now. */
        void learned(int changes, List<Prefix> news);
    }

    Learner(
            Speaker speaker,
            AddressFamilyId family,
            Aggregates aggregates,
            Predicate<Prefix> originated,
            @Nullable Forwarding forwarding,
            Leading leading,
            Listener listener,
            Supplier<Cause> cause) {
        this.speaker = speaker;
        this.family = family;
        this.aggregates = aggregates;
        this.originated = originated;
        this.forwarding = forwarding;
        this.leading = leading;
        this.listener = listener;
        this.cause = cause;
    }

    @Override
    public void changed(ChosenRoute route) {
        shown++;
        boolean wanted = listener.wantsPrefixes();
        if (wanted) {
            listener.changedMind(route.prefix());
        }
        if (!aggregates.isEmpty()) {
            Prefix prefix = route.prefix();
            aggregates.note(prefix, route.paths() > 0 && isInTable(prefix, route));
        }
        if (forwarding == null) {
            return;
        }
        Slot place = place(route, forwarding);
        if (place == null) {
            Prefix prefix = route.prefix();
            if (forwarding.learn(prefix, way(prefix, route), cause.get())) {
                news.add(prefix);
            }
        } else if (forwarding.learn(place, way(place.members.getFirst(), route), cause.get())) {
            news.add(place.members.getFirst());
        }
    }

    @Override
    public void shown() {
        int changes = shown;
        shown = 0;
        listener.learned(changes, news);
        news.clear();
    }

    private @Nullable Slot place(ChosenRoute route, Forwarding table) {
        int number = route.number();
        if (number >= places.length) {
            places = Arrays.copyOf(places, Math.max(16, number + number / 2));
        }
        Slot known = places[number];
        Slot place = known == null ? table.slot(route.prefix()) : known;
        // A number is another destination's once it was shown without a path.
        places[number] = route.paths() == 0 ? null : place;
        return place;
    }

    /** Whether something else than an own aggregate or a default route for others is there. */
    private boolean isInTable(Prefix prefix, ChosenRoute route) {
        return !isOwn(route)
                || originated.test(prefix)
                || speaker.locRib(family).routeOfPeers(prefix).isPresent();
    }

    private static boolean isOwn(ChosenRoute route) {
        return route.source(0).number() == RouteSource.SELF;
    }

    private Content.@Nullable Way way(Prefix prefix, ChosenRoute route) {
        if (route.paths() == 0) {
            return null;
        }
        return isOwn(route) ? ofPeers(prefix) : leading.way(route);
    }

    /** What is originated for others alone, a default route, does not shadow what was received. */
    private Content.@Nullable Way ofPeers(Prefix prefix) {
        boolean forOthers = prefix.length() == 0 && !originated.test(prefix) && !aggregates.isOwn(prefix);
        return forOthers
                ? speaker.locRib(family)
                        .routeOfPeers(prefix)
                        .map(each -> leading.way(prefix, each.paths()))
                        .orElse(null)
                : null;
    }

    /** Third-party next hops may lead elsewhere now; returns the prefixes of which that is so. */
    List<Prefix> lookAgain() {
        List<Prefix> changed = new ArrayList<>();
        Forwarding table = forwarding;
        if (table != null) {
            speaker.locRib(family).forEach(route -> {
                Prefix prefix = route.destination().prefix().orElseThrow();
                if (table.learn(prefix, way(prefix, route), cause.get())) {
                    changed.add(prefix);
                }
            });
        }
        return changed;
    }

    private Content.@Nullable Way way(Prefix prefix, LocRib.Route route) {
        return route.best().source().number() == RouteSource.SELF
                ? ofPeers(prefix)
                : leading.way(prefix, route.paths());
    }
}
