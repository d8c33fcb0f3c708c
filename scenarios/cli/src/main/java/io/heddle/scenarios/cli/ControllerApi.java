package io.heddle.scenarios.cli;

import io.heddle.json.Json;
import io.heddle.json.JsonText;
import io.heddle.tls.LoadedTls;
import io.heddle.tls.TlsFiles;
import io.heddle.tls.UnusableTls;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** A controller's API as a client sees it. */
final class ControllerApi implements AutoCloseable {

    static final String USUAL = "http://127.0.0.1:9330";

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LEAST_OF_TROUBLE = 400;

    /** The controller gave no answer to work with; the message says where, what was found and what to look at. */
    static final class NoAnswer extends Exception {
        private static final long serialVersionUID = 1;

        NoAnswer(String message) {
            super(message, null, false, false);
        }
    }

    private final URI server;
    private final HttpClient client;

    private ControllerApi(URI server, HttpClient client) {
        this.server = server;
        this.client = client;
    }

    /** From {@code --controller}, {@code --certificate}, {@code --key}, {@code --authorities}, or the environment. */
    static ControllerApi of(Arguments given, Map<String, String> environment) throws InputException {
        String url = given.value("controller").orElse(environment.getOrDefault("HEDDLE_CONTROLLER", USUAL));
        HttpClient.Builder client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE);
        Optional<String> certificate = valued(given, environment, "certificate");
        Optional<String> key = valued(given, environment, "key");
        Optional<String> authorities = valued(given, environment, "authorities");
        if (certificate.isPresent() && key.isPresent() && authorities.isPresent()) {
            TlsFiles files = new TlsFiles(
                    Path.of(certificate.get()), Path.of(key.get()), Path.of(authorities.get()), Optional.empty());
            try {
                client.sslContext(LoadedTls.load(files, 1).context());
            } catch (UnusableTls e) {
                throw new InputException(String.valueOf(e.getMessage()));
            }
        } else if (certificate.isPresent() || key.isPresent() || authorities.isPresent()) {
            throw new InputException("--certificate, --key and --authorities go together");
        } else if (url.startsWith("https:")) {
            throw new InputException(
                    url + " needs --certificate, --key and --authorities; 'heddle certs' makes them for a start");
        }
        return new ControllerApi(parse(url), client.build());
    }

    private static Optional<String> valued(Arguments given, Map<String, String> environment, String option) {
        return given.value(option)
                .or(() -> Optional.ofNullable(environment.get("HEDDLE_" + option.toUpperCase(Locale.ROOT))));
    }

    private static URI parse(String url) throws InputException {
        try {
            URI parsed = URI.create(url);
            if (parsed.getHost() != null && ("http".equals(parsed.getScheme()) || "https".equals(parsed.getScheme()))) {
                return parsed;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new InputException("--controller is '" + url + "'; expected a URL such as " + USUAL);
    }

    /** One object, whatever the status: 503 of readiness has one too. */
    Json.Members get(String path) throws NoAnswer {
        HttpResponse<byte[]> answer = send(path);
        Json.Members body = members(path, answer);
        if (answer.statusCode() >= LEAST_OF_TROUBLE && body.get("detail").isPresent()) {
            throw new NoAnswer(server + path + " answers " + answer.statusCode() + ": " + Told.text(body, "detail"));
        }
        return body;
    }

    /** A list, all of its pages. */
    Json.Members all(String path) throws NoAnswer {
        List<Json> items = new ArrayList<>();
        Json.Members page = get(path);
        items.addAll(Told.items(page, "items"));
        while (page.get("next").isPresent()) {
            page = get(path + "?after=" + encoded(Told.text(page, "next")));
            items.addAll(Told.items(page, "items"));
        }
        return Json.Members.EMPTY
                .with("revision", page.get("revision").orElse(Json.number(0)))
                .with("items", Json.items(items));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> send(String path) throws NoAnswer {
        HttpRequest request =
                HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE).build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (ConnectException e) {
            throw new NoAnswer("no controller answers at " + server
                    + ": nobody listens there. Is it running, and is this http.listen of its controller.yaml?");
        } catch (HttpTimeoutException e) {
            throw new NoAnswer("the controller at " + server + " did not answer within " + PATIENCE.toSeconds() + " s");
        } catch (SSLException e) {
            throw new NoAnswer("no TLS with " + server + ": " + e.getMessage());
        } catch (IOException e) {
            throw new NoAnswer("the controller at " + server + " ended the connection: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswer("interrupted");
        }
    }

    private Json.Members members(String path, HttpResponse<byte[]> answer) throws NoAnswer {
        try {
            if (JsonText.read(answer.body()) instanceof Json.Members members) {
                return members;
            }
        } catch (JsonText.NotJson e) {
            // Said below.
        }
        throw new NoAnswer(server + path + " answers " + answer.statusCode()
                + " and no JSON object: is that a controller of Heddle?");
    }

    @Override
    public void close() {
        client.close();
    }
}
