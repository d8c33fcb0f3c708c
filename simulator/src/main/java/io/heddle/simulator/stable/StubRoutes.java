package io.heddle.simulator.stable;

import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.bgp.decision.RouteSourceKind;
import io.heddle.bgp.decision.Selection;
import io.heddle.bgp.propagation.Passage;
import io.heddle.bgp.propagation.RouteExport;
import io.heddle.bgp.propagation.RouteImport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the stubs of a class send into the core: it never changes, so it is worked out once. */
final class StubRoutes {

    private record Entry(int session, PathAttributes attributes) {}

    private final Map<Integer, List<Entry>> byReceiver = new TreeMap<>();
    private boolean anyMed;

    private StubRoutes() {}

    /** The routes of a class's stubs, or null if it has none. */
    static @Nullable StubRoutes of(RouteClass routeClass, CoreGraph core, ClassFacts facts) {
        StubRoutes routes = new StubRoutes();
        if (routeClass.stub() != null) {
            routes.add(routeClass.stub(), routeClass, core, facts);
        }
        for (Originator each : routeClass.originators()) {
            if (each.router().stub()) {
                routes.add(each, routeClass, core, facts);
            }
        }
        return routes.byReceiver.isEmpty() ? null : routes;
    }

    private void add(Originator originator, RouteClass routeClass, CoreGraph core, ClassFacts facts) {
        Router stub = originator.router();
        RouteExport.Best own = new RouteExport.Best(
                PathAttributes.originated(originator.origin()),
                RouteSourceKind.ORIGINATED,
                false,
                stub.bgp().routerId());
        for (int s : core.stubSessions.getOrDefault(stub.number(), List.of())) {
            Session session = core.sessions[s];
            if ((core.families[s] >> routeClass.family().ordinal() & 1) == 0) {
                continue;
            }
            boolean external = core.external[s];
            if (RouteExport.apply(own, stub.bgp(), session.sent().group(), external, facts.originatedHere(true))
                            instanceof Passage.Passed sent
                    && RouteImport.apply(
                                    sent.attributes(),
                                    session.to().bgp(),
                                    session.received().group(),
                                    external,
                                    facts.originatedHere(false))
                            instanceof Passage.Passed received) {
                byReceiver.computeIfAbsent(core.to[s], _ -> new ArrayList<>()).add(new Entry(s, received.attributes()));
                anyMed |= received.attributes().med() > 0;
            }
        }
    }

    /** Core routers that receive something. */
    Iterable<Integer> receivers() {
        return byReceiver.keySet();
    }

    boolean anyMed() {
        return anyMed;
    }

    void offer(int receiver, Selection selection, CoreGraph core) {
        for (Entry each : byReceiver.getOrDefault(receiver, List.of())) {
            Session session = core.sessions[each.session];
            selection.offer(
                    each.attributes,
                    core.external[each.session] ? RouteSourceKind.EXTERNAL : RouteSourceKind.INTERNAL,
                    session.from().routerId(),
                    session.rank(),
                    each.session);
        }
    }
}
