package io.heddle.controller.http.message;

import io.heddle.controller.tls.Caller;
import java.util.Map;
import java.util.Optional;

/**
 * A whole request.
 *
 * @param headers by name in small letters; of one that came several times, the first
 * @param names what the path has in the places of its route's names
 * @param body as it came; none is empty
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy of megabytes would help nobody
public record Request(
        Method method,
        Target target,
        Map<String, String> headers,
        Caller caller,
        Map<String, String> names,
        byte[] body) {

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** A segment of the path, by its name in the route. */
    public String name(String name) {
        String value = names.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no {" + name + "}");
        }
        return value;
    }
}
