package io.heddle.controller.http.api;

import io.heddle.controller.http.message.Refused;
import io.heddle.controller.http.message.Request;
import io.heddle.controller.http.message.Response;
import io.heddle.controller.http.route.Need;
import io.heddle.controller.http.route.Route;
import io.heddle.controller.http.watch.WatchLog;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Changes as they happen, from the revision on that the watcher has: in {@code Last-Event-ID}, or in {@code after} the first time. */
final class WatchResource {

    private final WatchLog log;

    WatchResource(WatchLog log) {
        this.log = log;
    }

    List<Route> routes() {
        return List.of(Route.get("/v1/watch", Need.READ, this::watch, "after"));
    }

    private CompletionStage<Response> watch(Request request) throws Refused {
        Optional<String> after =
                request.header("last-event-id").or(() -> request.target().parameter("after"));
        long revision =
                after.isEmpty() ? log.revision() : Asked.parsed("Last-Event-ID", after.get(), WatchResource::revision);
        return CompletableFuture.completedFuture(new Response.Watching(revision));
    }

    private static long revision(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException("a revision");
        }
        return Long.parseLong(text);
    }
}
