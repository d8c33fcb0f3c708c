package io.heddle.controller.http.route;

import io.heddle.controller.http.message.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Requests of one form.
 *
 * @param path as {@code /v1/nodes/{node}}
 * @param maxBody octets
 * @param parameters of the query that it knows
 */
public record Route(Method method, String path, Need need, int maxBody, List<String> parameters, Handler handler) {

    public Route {
        parameters = List.copyOf(parameters);
    }

    public static Route get(String path, Need need, Handler handler, String... parameters) {
        return new Route(Method.GET, path, need, 0, List.of(parameters), handler);
    }

    private List<String> segments() {
        return path.equals("/") ? List.of() : List.of(path.substring(1).split("/"));
    }

    /** What a path has in the places of the names, if it is of this form. */
    Optional<Map<String, String>> match(List<String> asked) {
        List<String> segments = segments();
        if (segments.size() != asked.size()) {
            return Optional.empty();
        }
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            if (segment.startsWith("{")) {
                names.put(segment.substring(1, segment.length() - 1), asked.get(i));
            } else if (!segment.equals(asked.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(names);
    }
}
