package io.heddle.controller.http.api;

import io.heddle.controller.http.message.Response;
import io.heddle.controller.http.route.Need;
import io.heddle.controller.http.route.Route;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** For probes: whether it lives, and whether it is ready, with the reasons why not. */
final class HealthResource {

    private final Northbound controller;

    HealthResource(Northbound controller) {
        this.controller = controller;
    }

    List<Route> routes() {
        return List.of(
                Route.get(
                        "/healthz",
                        Need.NOTHING,
                        _ -> CompletableFuture.completedFuture(Response.text(200, "text/plain", "ok\n"))),
                Route.get("/readyz", Need.NOTHING, _ -> ready()));
    }

    private CompletionStage<Response.Whole> ready() {
        List<String> reasons = controller.notReady();
        return CompletableFuture.completedFuture(Response.json(
                reasons.isEmpty() ? 200 : 503,
                new Members()
                        .flag("ready", reasons.isEmpty())
                        .texts("reasons", reasons)
                        .json()));
    }
}
