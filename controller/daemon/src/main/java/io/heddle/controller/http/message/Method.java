package io.heddle.controller.http.message;

import java.util.Optional;
import java.util.stream.Stream;

/** The methods of the API. HEAD is answered as GET without its body. */
public enum Method {
    GET,
    HEAD,
    POST,
    PUT,
    DELETE;

    public static Optional<Method> of(String name) {
        return Stream.of(values()).filter(each -> each.name().equals(name)).findFirst();
    }

    /** Whether a body belongs to it. */
    public boolean hasBody() {
        return this == POST || this == PUT;
    }
}
