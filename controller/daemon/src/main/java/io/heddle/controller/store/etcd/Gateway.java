package io.heddle.controller.store.etcd;

import io.heddle.json.Json;
import io.heddle.json.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Calls to whichever member answers: the one that did last, then the others in turn. Thread-safe. */
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
        for (int i = 0; i < endpoints.size(); i++) {
            int at = Math.floorMod(current.get(), endpoints.size());
            try {
                HttpResponse<byte[]> response =
                        http.send(request(at, path, request), HttpResponse.BodyHandlers.ofByteArray());
                Json.Members answer = members(response.body());
                if (response.statusCode() == OK) {
                    return answer;
                }
                trouble = endpoints.get(at) + ": " + error(answer);
            } catch (IOException e) {
                trouble = endpoints.get(at) + ": " + (e.getMessage() == null ? e.toString() : e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new EtcdException("interrupted");
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

    private HttpRequest request(int at, String path, Json.Members body) {
        return HttpRequest.newBuilder(endpoints.get(at).resolve(path))
                .timeout(timeout)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
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
