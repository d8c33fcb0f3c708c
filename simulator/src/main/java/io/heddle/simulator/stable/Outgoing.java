package io.heddle.simulator.stable;

import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.bgp.decision.Preference;
import io.heddle.bgp.decision.RouteSourceKind;
import io.heddle.bgp.propagation.Passage;
import io.heddle.bgp.propagation.RouteExport;
import io.heddle.model.config.PeerGroup;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What each update group sends at present. Attributes are made when a receiver first wants them: most routes that a leaf sends up lose by
 * {@link Preference} alone, and that is known without making them. For one thread.
 */
final class Outgoing {

    private final CoreGraph core;
    private final ClassFacts facts;
    /** What the group's router sends, before export; null while it is silent. */
    private final RouteExport.@Nullable Best[] route;

    private final @Nullable PathAttributes[] attributes;
    private final boolean[] made;
    private final long[] preference;
    private final int[] nextHop;
    /** Groups whose export neither refuses nor changes anything beyond what eBGP itself does. */
    private final boolean[] plain;

    Outgoing(CoreGraph core, ClassFacts facts) {
        this.core = core;
        this.facts = facts;
        int groups = core.groupPeers.size();
        route = new RouteExport.Best[groups];
        attributes = new PathAttributes[groups];
        made = new boolean[groups];
        preference = new long[groups];
        nextHop = new int[groups];
        plain = new boolean[groups];
        for (int g = 0; g < groups; g++) {
            PeerGroup peers = core.groupPeers.get(g);
            plain[g] = core.groupExternal.get(g)
                    && peers.exportPolicy().terms().isEmpty()
                    && peers.exportPolicy().acceptOtherwise();
        }
    }

    void clear() {
        Arrays.fill(route, null);
    }

    /** Whether the group sends nothing. */
    boolean isSilent(int g) {
        return route[g] == null;
    }

    /** How receivers without import policy prefer the group's route; {@link Preference#WORST} if it is silent. */
    long preference(int g) {
        return route[g] == null ? Preference.WORST : preference[g];
    }

    /** The NEXT_HOP of the group's route, as a router number. */
    int nextHop(int g) {
        return nextHop[g];
    }

    /** The group's route as its members receive it, or null if it is silent. */
    @Nullable
    PathAttributes attributes(int g) {
        RouteExport.Best best = route[g];
        if (best == null) {
            return null;
        }
        if (!made[g]) {
            attributes[g] = export(g, best);
            made[g] = true;
        }
        return attributes[g];
    }

    private @Nullable PathAttributes export(int g, RouteExport.Best best) {
        facts.originatedHere(best.source() == RouteSourceKind.ORIGINATED);
        return RouteExport.apply(
                                best,
                                core.routers[core.groupOwner.get(g)].bgp(),
                                core.groupPeers.get(g),
                                core.groupExternal.get(g),
                                facts)
                        instanceof Passage.Passed passed
                ? passed.attributes()
                : null;
    }

    /**
     * Sets what the group sends.
     *
     * @param best the router's route, null for none
     * @param own the router's number
     * @param learnedNextHop the NEXT_HOP the route came with
     * @return whether anything changed for the members
     */
    boolean publish(int g, RouteExport.@Nullable Best best, int own, int learnedNextHop) {
        int hop =
                switch (core.groupPeers.get(g).nextHop()) {
                    case SELF -> own;
                    case UNCHANGED -> learnedNextHop;
                    case STANDARD -> core.groupExternal.get(g) ? own : learnedNextHop;
                };
        PathAttributes before = best == null ? null : attributes(g);
        boolean wasSilent = isSilent(g);
        if (best == null) {
            route[g] = null;
            return !wasSilent;
        }
        if (plain[g] && wasSilent && best.attributes().communities().isEmpty()) {
            route[g] = best;
            made[g] = false;
            preference[g] = Preference.ofSentOn(best.attributes());
            nextHop[g] = hop;
            return true;
        }
        PathAttributes now = export(g, best);
        if (now == null) {
            route[g] = null;
            return !wasSilent;
        }
        boolean same = !wasSilent && now.equals(before) && nextHop[g] == hop;
        route[g] = best;
        attributes[g] = now;
        made[g] = true;
        preference[g] =
                Preference.of(now, core.groupExternal.get(g) ? RouteSourceKind.EXTERNAL : RouteSourceKind.INTERNAL);
        nextHop[g] = hop;
        return !same;
    }

    /** Whether the group's route may bring a MED into the decision. */
    boolean mayCarryMed(int g) {
        RouteExport.Best best = route[g];
        if (best == null) {
            return false;
        }
        PathAttributes now = made[g] ? attributes[g] : best.attributes();
        return now != null && now.med() > 0;
    }
}
