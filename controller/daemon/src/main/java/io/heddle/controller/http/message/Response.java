package io.heddle.controller.http.message;

import io.heddle.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is answered. */
public sealed interface Response {

    /** A body of known length; an entity tag is made from its octets. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Whole(int status, String mediaType, Map<String, String> headers, byte[] body) implements Response {
        public Whole {
            headers = Map.copyOf(headers);
        }

        public Whole with(String name, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(name, value);
            return new Whole(status, mediaType, more, body);
        }
    }

    /**
     * Server-sent events from now on.
     *
     * @param after the revision that the watcher has
     */
    record Watching(long after) implements Response {}

    static Whole json(int status, Json body) {
        return text(status, "application/json", body + "\n");
    }

    static Whole text(int status, String mediaType, String body) {
        return new Whole(status, mediaType, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    static Whole of(Problem problem) {
        return new Whole(
                problem.status(),
                Problem.MEDIA_TYPE,
                problem.headers(),
                (problem.json() + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
