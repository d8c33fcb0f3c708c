package io.heddle.controller.http.api;

import io.heddle.controller.http.message.Problem;
import io.heddle.controller.http.message.Refused;
import io.heddle.controller.http.message.Request;
import io.heddle.json.BadField;
import io.heddle.json.Fields;
import io.heddle.json.Json;
import io.heddle.json.JsonText;
import io.heddle.model.fabric.DeviceName;
import java.util.function.Function;

/** What a request has in its path, query and body, or what is wrong with it. */
final class Asked {

    private Asked() {}

    static DeviceName device(Request request, String name) throws Refused {
        return parsed("path", request.name(name), DeviceName::new);
    }

    static <T> T parsed(String at, String text, Function<String, T> parse) throws Refused {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw new Refused(Problem.of(
                    400, "bad-value", at, "'" + text + "'", e.getMessage() == null ? "another form" : e.getMessage()));
        }
    }

    static Json json(Request request) throws Refused {
        try {
            return JsonText.read(request.body());
        } catch (JsonText.NotJson e) {
            throw new Refused(Problem.of(400, "no-json", "body", String.valueOf(e.getMessage()), "one JSON value"));
        }
    }

    /** The body's members, of these names alone. */
    static Fields fields(Request request, String... names) throws Refused, BadField {
        return Fields.of("", json(request)).only(names);
    }

    static Problem noSuch(String what, Object name) {
        return Problem.of(404, "not-found", "path", what + " '" + name + "'", "one that the controller knows");
    }
}
