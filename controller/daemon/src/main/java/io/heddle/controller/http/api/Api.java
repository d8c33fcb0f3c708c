package io.heddle.controller.http.api;

import io.heddle.controller.http.message.Response;
import io.heddle.controller.http.route.Need;
import io.heddle.controller.http.route.Route;
import io.heddle.controller.http.route.Router;
import io.heddle.controller.http.watch.WatchLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The whole API as routes. */
public final class Api {

    private Api() {}

    /**
     * All routes of version 1.
     *
     * @param more what others serve beside it: metrics, a web page
     */
    public static Router router(Northbound controller, WatchLog log, List<Route> more) {
        List<Route> routes = new ArrayList<>();
        routes.addAll(new HealthResource(controller).routes());
        routes.addAll(new FabricResource(controller).routes());
        routes.addAll(new NodeResource(controller).routes());
        routes.addAll(new EndpointResource(controller).routes());
        routes.addAll(new SwitchResource(controller).routes());
        routes.addAll(new WhyResource(controller).routes());
        routes.addAll(new AdmissionResource(controller).routes());
        routes.addAll(new AgentResource(controller).routes());
        routes.addAll(new WatchResource(log).routes());
        Response.Whole description = Response.text(200, "application/yaml", openApi());
        routes.add(Route.get("/v1/openapi.yaml", Need.NOTHING, _ -> CompletableFuture.completedFuture(description)));
        routes.addAll(more);
        return new Router(routes);
    }

    private static String openApi() {
        try (InputStream in = Api.class.getResourceAsStream("openapi.yaml")) {
            if (in == null) {
                throw new IllegalStateException("resource openapi.yaml is missing beside " + Api.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("resource openapi.yaml", e);
        }
    }
}
