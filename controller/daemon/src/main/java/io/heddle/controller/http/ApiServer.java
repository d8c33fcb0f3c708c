package io.heddle.controller.http;

import io.heddle.controller.http.api.Api;
import io.heddle.controller.http.api.Feed;
import io.heddle.controller.http.api.Northbound;
import io.heddle.controller.http.message.Response;
import io.heddle.controller.http.page.StatusPage;
import io.heddle.controller.http.route.Need;
import io.heddle.controller.http.route.Route;
import io.heddle.controller.http.server.HttpServer;
import io.heddle.controller.http.server.ServerOptions;
import io.heddle.controller.http.watch.WatchLog;
import io.heddle.controller.log.EventLog;
import io.heddle.controller.log.clock.WallTime;
import io.heddle.controller.metrics.Metrics;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The northbound of one controller. Whoever runs the controller tells {@link #feed} each step, in order.
 */
public final class ApiServer implements AutoCloseable {

    private static final int KEPT_EVENTS = 8_192;
    private static final long KEPT_CHARS = 16L << 20;

    private final HttpServer server;
    private final Feed feed;
    private final Metrics metrics;

    private ApiServer(HttpServer server, Feed feed, Metrics metrics) {
        this.server = server;
        this.feed = feed;
        this.metrics = metrics;
    }

    /** Serves. */
    public static ApiServer start(ServerOptions options, Northbound controller, EventLog log) throws IOException {
        WatchLog watch =
                new WatchLog(KEPT_EVENTS, KEPT_CHARS, controller.state().revision());
        Metrics metrics =
                new Metrics(controller::state, () -> controller.drift().size(), () -> controller
                        .notReady()
                        .isEmpty());
        List<Route> more = new ArrayList<>(StatusPage.routes());
        more.add(Route.get(
                "/metrics",
                Need.READ,
                _ -> CompletableFuture.completedFuture(
                        new Response.Whole(200, Metrics.MEDIA_TYPE, Map.of(), metrics.text()))));
        HttpServer server = HttpServer.start(
                options,
                Api.router(controller, watch, more),
                watch,
                new ToldEvents(metrics.http(), log),
                WallTime.ofTheMachine(),
                WallTime.nanos());
        return new ApiServer(server, new Feed(watch), metrics);
    }

    /** Where steps are told. */
    public Feed feed() {
        return feed;
    }

    /** For more metrics. */
    public Metrics metrics() {
        return metrics;
    }

    public InetSocketAddress address() {
        return server.address();
    }

    @Override
    public void close() {
        server.close();
    }
}
