package io.heddle.controller.store.etcd;

import io.heddle.json.Json;
import io.heddle.json.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Calls to whichever member answers: the one that did last, then the others in turn. Calls go by the JDK's small client, on the caller's thread
 * and over connections that it keeps: with the newer one each call is handed from thread to thread four times, which is most of what a commit
 * costs besides the disk. That one has the streams, which can be ended from another thread. Thread-safe.
 */
public final class Gateway implements AutoCloseable {

    private static final int OK = 200;

    private final List<URI> endpoints;
    private final Duration timeout;
    private final HttpClient http;
    private final AtomicInteger current = new AtomicInteger();

    public Gateway(List<URI> endpoints, Duration timeout) {
        this.endpoints = List.copyOf(endpoints);
        this.timeout = timeout;
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
    }

    /** The answer of the first member that has one. A call that a member failed may have happened. */
    Json.Members call(String path, Json.Members request) throws EtcdException {
        String trouble = "no endpoint";
        byte[] octets = request.toString().getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < endpoints.size(); i++) {
            int at = Math.floorMod(current.get(), endpoints.size());
            URI endpoint = endpoints.get(at);
            try {
                return answer(endpoint, post(endpoint.resolve(path)), octets);
            } catch (EtcdException e) {
                trouble = String.valueOf(e.getMessage());
            } catch (IOException e) {
                trouble = endpoint + ": " + (e.getMessage() == null ? e.toString() : e.getMessage());
            }
            current.compareAndSet(at, (at + 1) % endpoints.size());
        }
        throw new EtcdException(trouble);
    }

    /** The lines of an answer without end; closing the stream ends it. */
    InputStream stream(String path, Json.Members request) throws EtcdException {
        int at = Math.floorMod(current.get(), endpoints.size());
        try {
            HttpRequest asked = HttpRequest.newBuilder(endpoints.get(at).resolve(path))
                    .POST(HttpRequest.BodyPublishers.ofString(request.toString()))
                    .build();
            HttpResponse<InputStream> response = http.send(asked, HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() == OK) {
                return response.body();
            }
            response.body().close();
            throw new EtcdException(endpoints.get(at) + " answered with status " + response.statusCode());
        } catch (EtcdException e) {
            throw e;
        } catch (IOException e) {
            throw new EtcdException(endpoints.get(at) + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EtcdException("interrupted");
        }
    }

    /** The next call goes to another member. */
    void turn() {
        current.incrementAndGet();
    }

    private HttpURLConnection post(URI uri) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
        connection.setRequestMethod("POST");
        connection.setConnectTimeout((int) timeout.toMillis());
        connection.setReadTimeout((int) timeout.toMillis());
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setDoOutput(true);
        return connection;
    }

    /** A body that is read to its end leaves the connection for the next call. */
    private static Json.Members answer(URI endpoint, HttpURLConnection connection, byte[] octets) throws IOException {
        boolean read = false;
        try {
            try (OutputStream out = connection.getOutputStream()) {
                out.write(octets);
            }
            boolean ok = connection.getResponseCode() == OK;
            byte[] body;
            try (InputStream in = ok ? connection.getInputStream() : connection.getErrorStream()) {
                body = in == null ? new byte[0] : in.readAllBytes();
            }
            read = true;
            Json.Members answer = members(body);
            if (ok) {
                return answer;
            }
            throw new EtcdException(endpoint + ": " + error(answer));
        } finally {
            if (!read) {
                connection.disconnect();
            }
        }
    }

    static Json.Members members(byte[] text) throws EtcdException {
        try {
            if (JsonText.read(text) instanceof Json.Members members) {
                return members;
            }
            throw new EtcdException("not an object: " + new String(text, StandardCharsets.UTF_8));
        } catch (JsonText.NotJson e) {
            throw new EtcdException("not JSON: " + e.getMessage());
        }
    }

    static String error(Json.Members answer) {
        return answer.get("message")
                .or(() -> answer.get("error"))
                .map(Object::toString)
                .orElse(answer.toString());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
