package io.heddle.simulator.stable;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Who computes for one class: one of each set of {@link Twins} for those of the set that have no part in the class, everybody else by itself.
 * For one thread.
 */
final class Cast {

    private final CoreGraph core;
    private final Twins twins;
    private final boolean[] hasPart;
    /** Who computes for a router: itself, or a twin. */
    private final int[] computedBy;

    private final boolean[] standsForOthers;
    /** How often twins of a set were tried, and how often somebody could use what one sent: super-spines are twins in vain. */
    private final int[] tried;

    private final int[] failed;
    private final boolean[] apart;

    Cast(CoreGraph core, Twins twins) {
        this.core = core;
        this.twins = twins;
        hasPart = new boolean[core.routers.length];
        computedBy = new int[core.routers.length];
        standsForOthers = new boolean[core.routers.length];
        tried = new int[twins.sets().length];
        failed = new int[twins.sets().length];
        apart = new boolean[twins.sets().length];
    }

    /** Twins for each other, but for originators, those that hear stubs, and those whose AS a path may hold. */
    void twins(RouteClass routeClass, @Nullable StubRoutes stubs) {
        Arrays.fill(apart, false);
        Arrays.fill(hasPart, false);
        for (Originator each : routeClass.originators()) {
            takesPart(each.router());
        }
        if (routeClass.stub() != null) {
            takesPart(routeClass.stub().router());
        }
        if (stubs != null) {
            stubs.receivers().forEach(v -> takesPart(core.routers[v]));
        }
        for (int set = 0; set < apart.length; set++) {
            apart[set] = failed[set] * 4 > tried[set];
            tried[set]++;
        }
        assign();
    }

    /** Sets the twins of this router apart for this class; it is to be solved anew. */
    void setApart(int router) {
        apart[twins.setOf(router)] = true;
        failed[twins.setOf(router)]++;
        assign();
    }

    private void assign() {
        Arrays.setAll(computedBy, v -> v);
        Arrays.fill(standsForOthers, false);
        for (int set = 0; set < apart.length; set++) {
            if (!apart[set]) {
                together(twins.sets()[set]);
            }
        }
    }

    private void together(int[] set) {
        int first = -1;
        for (int v : set) {
            if (hasPart[v]) {
                continue;
            }
            if (first < 0) {
                first = v;
            } else {
                standsForOthers[first] = true;
            }
            computedBy[v] = first;
        }
    }

    private void takesPart(Router router) {
        int v = core.coreOf[router.number()];
        if (v >= 0) {
            hasPart[v] = true;
        }
        twins.withAs(router.bgp().asn().value(), each -> hasPart[each] = true);
    }

    boolean computes(int v) {
        return computedBy[v] == v;
    }

    /** Whether a router computes for others too, so that nobody may use what it sends. */
    boolean standsForOthers(int v) {
        return standsForOthers[v];
    }

    int computedBy(int v) {
        return computedBy[v];
    }
}
