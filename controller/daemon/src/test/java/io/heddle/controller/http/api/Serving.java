package io.heddle.controller.http.api;

import io.heddle.controller.http.route.Route;
import io.heddle.controller.http.server.HttpServer;
import io.heddle.controller.http.server.ServerEvents;
import io.heddle.controller.http.server.ServerLimits;
import io.heddle.controller.http.server.ServerOptions;
import io.heddle.controller.tls.Caller;
import io.heddle.controller.tls.CurrentTls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The API of a controller in memory, on loopback. */
public final class Serving implements AutoCloseable {

    public final MemoryController controller;
    public final List<String> told = new CopyOnWriteArrayList<>();
    public final HttpServer server;
    private final HttpClient client;

    private Serving(MemoryController controller, Optional<CurrentTls> tls, ServerLimits limits, List<Route> more)
            throws IOException {
        this.controller = controller;
        server = HttpServer.start(
                new ServerOptions(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), tls, List.of(), limits, 2),
                Api.router(controller, controller.log, more),
                controller.log,
                new Telling(told),
                InstantSource.system(),
                System::nanoTime);
        client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();
    }

    public static Serving start(int nodes) throws IOException {
        return start(nodes, ServerLimits.DEFAULT);
    }

    public static Serving start(int nodes, ServerLimits limits) throws IOException {
        return new Serving(new MemoryController(nodes), Optional.empty(), limits, List.of());
    }

    public static Serving start(int nodes, CurrentTls tls) throws IOException {
        return new Serving(new MemoryController(nodes), Optional.of(tls), ServerLimits.DEFAULT, List.of());
    }

    public int port() {
        return server.address().getPort();
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    public HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    public HttpResponse<String> post(String path, String body) throws Exception {
        return send(HttpRequest.newBuilder(uri(path))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
    }

    public HttpClient client() {
        return client;
    }

    @Override
    public void close() {
        client.shutdownNow();
        server.close();
    }

    private record Telling(List<String> told) implements ServerEvents {
        @Override
        public void answered(String method, String route, int status, long nanos) {
            told.add(method + " " + route + " " + status);
        }

        @Override
        public void refused(Caller caller, String remote, String code, String detail) {
            told.add("refused " + code);
        }

        @Override
        public void cut(String remote, String reason) {
            told.add("cut " + reason);
        }

        @Override
        public void failed(String route, Throwable cause) {
            told.add("failed " + route + " " + cause);
        }

        @Override
        public void counts(int connections, int watchers) {}

        @Override
        public void certificates(boolean usable, String reason) {
            told.add("certificates " + usable + " " + reason);
        }
    }
}
