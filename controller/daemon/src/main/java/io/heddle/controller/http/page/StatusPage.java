package io.heddle.controller.http.page;

import io.heddle.controller.http.message.Response;
import io.heddle.controller.http.route.Need;
import io.heddle.controller.http.route.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The page and what it is made of. */
public final class StatusPage {

    /** Nothing from elsewhere, nothing inline, nobody may frame it. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private StatusPage() {}

    public static List<Route> routes() {
        return List.of(
                route("/", "text/html; charset=utf-8", "status.html"),
                route("/status.css", "text/css; charset=utf-8", "status.css"),
                route("/status.js", "text/javascript; charset=utf-8", "status.js"));
    }

    private static Route route(String path, String mediaType, String resource) {
        Response.Whole answer = new Response.Whole(
                200,
                mediaType,
                Map.of("content-security-policy", POLICY, "referrer-policy", "no-referrer"),
                read(resource));
        return Route.get(path, Need.READ, _ -> CompletableFuture.completedFuture(answer));
    }

    private static byte[] read(String resource) {
        try (InputStream in = StatusPage.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource " + resource + " is missing beside " + StatusPage.class);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("resource " + resource, e);
        }
    }
}
