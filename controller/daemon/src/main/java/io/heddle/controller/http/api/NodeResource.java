package io.heddle.controller.http.api;

import io.heddle.controller.core.Event;
import io.heddle.controller.core.Grant;
import io.heddle.controller.core.NodeState;
import io.heddle.controller.core.State;
import io.heddle.controller.core.layout.NodePlace;
import io.heddle.controller.http.message.Method;
import io.heddle.controller.http.message.Problem;
import io.heddle.controller.http.message.Refused;
import io.heddle.controller.http.message.Request;
import io.heddle.controller.http.message.Response;
import io.heddle.controller.http.route.Need;
import io.heddle.controller.http.route.Route;
import io.heddle.json.BadField;
import io.heddle.json.Json;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpFamily;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Nodes: those of the layout and those the store has. */
final class NodeResource {

    private static final int SMALL = 4096;

    private final Northbound controller;

    NodeResource(Northbound controller) {
        this.controller = controller;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/v1/nodes", Need.READ, this::list, Pages.PARAMETERS),
                Route.get("/v1/nodes/{node}", Need.READ_OR_OWN, this::one),
                new Route(Method.DELETE, "/v1/nodes/{node}", Need.WRITE, 0, List.of(), this::remove),
                new Route(Method.PUT, "/v1/nodes/{node}/alive", Need.WRITE, SMALL, List.of(), this::alive),
                new Route(Method.POST, "/v1/nodes/{node}/blocks", Need.OWN, SMALL, List.of(), this::wantBlock));
    }

    private CompletionStage<Response.Whole> list(Request request) throws Refused {
        State state = controller.state();
        String after = request.target().parameter("after").orElse("");
        TreeSet<DeviceName> names = new TreeSet<>(state.layout().nodes().keys());
        names.addAll(state.nodes().keys());
        return CompletableFuture.completedFuture(Pages.of(
                state,
                names.stream()
                        .filter(each -> each.value().compareTo(after) > 0)
                        .map(each -> Map.entry(each.value(), json(state, each)))
                        .iterator(),
                Pages.limit(request)));
    }

    private CompletionStage<Response.Whole> one(Request request) throws Refused {
        State state = controller.state();
        DeviceName name = Asked.device(request, "node");
        requireKnown(state, name);
        return CompletableFuture.completedFuture(Response.json(200, json(state, name)));
    }

    private static void requireKnown(State state, DeviceName name) throws Refused {
        if (!state.nodes().has(name) && !state.layout().nodes().has(name)) {
            throw new Refused(Asked.noSuch("node", name));
        }
    }

    private CompletionStage<Response.Whole> remove(Request request) throws Refused {
        DeviceName name = Asked.device(request, "node");
        requireKnown(controller.state(), name);
        return Done.answer(controller, new Event.NodeRemoved(name));
    }

    private CompletionStage<Response.Whole> alive(Request request) throws Refused {
        DeviceName name = Asked.device(request, "node");
        requireKnown(controller.state(), name);
        try {
            Optional<Boolean> alive = Asked.fields(request, "alive").flag("alive");
            if (alive.isEmpty()) {
                throw new BadField("alive", "nothing", "true or false");
            }
            return Done.answer(controller, alive.get() ? new Event.NodeAlive(name) : new Event.NodeDead(name));
        } catch (BadField e) {
            throw new Refused(Problem.of(e));
        }
    }

    private CompletionStage<Response.Whole> wantBlock(Request request) throws Refused {
        DeviceName name = Asked.device(request, "node");
        requireKnown(controller.state(), name);
        try {
            String family = Asked.fields(request, "family").neededText("family");
            IpFamily wanted =
                    switch (family) {
                        case "ipv4" -> IpFamily.IPV4;
                        case "ipv6" -> IpFamily.IPV6;
                        default -> throw new BadField("family", "'" + family + "'", "ipv4 or ipv6");
                    };
            return Done.answer(controller, new Event.BlockWanted(name, wanted));
        } catch (BadField e) {
            throw new Refused(Problem.of(e));
        }
    }

    static Json json(State state, DeviceName name) {
        Members members = new Members().text("name", name);
        state.layout().nodes().get(name).ifPresent(place -> place(members, place));
        Optional<NodeState> kept = state.nodes().get(name);
        members.text(
                "state",
                kept.map(each -> each.record().alive() ? "alive" : "dead").orElse("unregistered"));
        members.number("pods", kept.map(each -> each.pods().size()).orElse(0));
        kept.ifPresent(each -> {
            members.text("identity", each.record().identity());
            members.number("acknowledged", each.record().acknowledged());
            members.flag("aggregated", each.record().aggregated());
        });
        members.items(
                "blocks",
                kept.map(each -> each.record().grants()).orElse(List.of()).stream()
                        .map(NodeResource::grant)
                        .toList());
        return members.json();
    }

    private static void place(Members members, NodePlace place) {
        members.text("network", place.network())
                .text("announcer", Words.of(place.announcer()))
                .text("routes", Words.of(place.routes()))
                .texts("planned", place.planned())
                .items(
                        "uplinks",
                        place.uplinks().stream()
                                .map(each -> new Members()
                                        .text("leaf", each.leaf())
                                        .text("ipv4", each.ipv4())
                                        .text("ipv6", each.ipv6())
                                        .json())
                                .toList());
    }

    private static Json grant(Grant grant) {
        return new Members()
                .text("prefix", grant.prefix())
                .text("kind", Words.of(grant.kind()))
                .json();
    }
}
