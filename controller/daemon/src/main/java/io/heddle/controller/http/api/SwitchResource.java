package io.heddle.controller.http.api;

import io.heddle.controller.core.State;
import io.heddle.controller.core.SwitchState;
import io.heddle.controller.core.TableUse;
import io.heddle.controller.core.announce.Announcement;
import io.heddle.controller.core.announce.RouteKey;
import io.heddle.controller.core.layout.SwitchPlace;
import io.heddle.controller.http.message.Refused;
import io.heddle.controller.http.message.Request;
import io.heddle.controller.http.message.Response;
import io.heddle.controller.http.route.Need;
import io.heddle.controller.http.route.Route;
import io.heddle.json.Json;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.tables.EntryKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Switches: whether they are spoken with, what they are told, what they hold, where that differs. */
final class SwitchResource {

    private final Northbound controller;

    SwitchResource(Northbound controller) {
        this.controller = controller;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/v1/switches", Need.READ, _ -> list(SwitchResource::session)),
                Route.get("/v1/switches/{switch}", Need.READ, this::one),
                Route.get("/v1/switches/{switch}/announcements", Need.READ, this::announcements, Pages.PARAMETERS),
                Route.get("/v1/tables", Need.READ, _ -> list(SwitchResource::tables)),
                Route.get("/v1/drift", Need.READ, _ -> drift()));
    }

    /** What is said of a switch. */
    @FunctionalInterface
    private interface Saying {
        Members of(SwitchPlace place, SwitchState seen);
    }

    private CompletionStage<Response.Whole> list(Saying saying) {
        State state = controller.state();
        List<Json.Members> items = state.layout().switches().values().stream()
                .map(each -> saying.of(each, state.seen(each.name())).json())
                .toList();
        return CompletableFuture.completedFuture(Response.json(
                200,
                new Members()
                        .number("revision", state.revision())
                        .items("items", items)
                        .json()));
    }

    private CompletionStage<Response.Whole> one(Request request) throws Refused {
        State state = controller.state();
        SwitchPlace place = place(state, request);
        SwitchState seen = state.seen(place.name());
        Members members = session(place, seen).number("revision", state.revision());
        seen.use().ifPresent(use -> held(members, use));
        return CompletableFuture.completedFuture(Response.json(200, members.json()));
    }

    private static SwitchPlace place(State state, Request request) throws Refused {
        DeviceName name = Asked.device(request, "switch");
        return state.layout().switches().get(name).orElseThrow(() -> new Refused(Asked.noSuch("switch", name)));
    }

    private CompletionStage<Response.Whole> announcements(Request request) throws Refused {
        State state = controller.state();
        SwitchPlace place = place(state, request);
        Optional<String> after = request.target().parameter("after");
        Stream<Map.Entry<RouteKey, Announcement>> all = state.wanted(place.name()).routes().entrySet().stream();
        Stream<Map.Entry<RouteKey, Announcement>> rest = after.isEmpty()
                ? all
                : all.dropWhile(each -> !each.getKey().toString().equals(after.get()))
                        .skip(1);
        return CompletableFuture.completedFuture(Pages.of(
                state,
                rest.map(each -> Map.entry(each.getKey().toString(), json(each.getValue())))
                        .iterator(),
                Pages.limit(request)));
    }

    static Json json(Announcement announcement) {
        String what =
                switch (announcement) {
                    case Announcement.Unicast unicast -> unicast.prefix().toString();
                    case Announcement.Evpn evpn -> evpn.route().toString();
                };
        return new Members()
                .text("route", what)
                .text("next-hop", announcement.nextHop())
                .texts("communities", announcement.communities())
                .flag("kept", announcement.isKept())
                .json();
    }

    private static Members session(SwitchPlace place, SwitchState seen) {
        return new Members()
                .text("name", place.name())
                .text("role", Words.of(place.role()))
                .flag("told", place.told())
                .flag("evpn", place.evpn())
                .flag("up", seen.up())
                .text("reason", seen.reason());
    }

    private static Members tables(SwitchPlace place, SwitchState seen) {
        Members members = new Members().text("name", place.name()).text("role", Words.of(place.role()));
        seen.use().ifPresent(use -> held(members, use));
        return members;
    }

    private static void held(Members members, TableUse use) {
        members.text("source", use.source())
                .items(
                        "held",
                        Stream.of(EntryKind.values())
                                .filter(each ->
                                        use.held().of(each) > 0 || use.foreign().of(each) > 0)
                                .map(each -> new Members()
                                        .text("kind", Words.of(each))
                                        .number("entries", use.held().of(each))
                                        .number("foreign", use.foreign().of(each))
                                        .json())
                                .toList());
    }

    private CompletionStage<Response.Whole> drift() {
        List<Json.Members> items = controller.drift().stream()
                .map(each -> new Members()
                        .text("switch", each.device())
                        .text("what", each.what())
                        .text("wanted", each.wanted())
                        .text("found", each.found())
                        .json())
                .toList();
        return CompletableFuture.completedFuture(Response.json(
                200,
                new Members()
                        .number("revision", controller.state().revision())
                        .items("items", items)
                        .json()));
    }
}
