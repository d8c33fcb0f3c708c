package io.heddle.controller.http.route;

import io.heddle.controller.http.message.Method;
import io.heddle.controller.http.message.Problem;
import io.heddle.controller.http.message.Refused;
import io.heddle.controller.http.message.Target;
import io.heddle.controller.tls.Caller;
import io.heddle.controller.tls.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All routes. Immutable. */
public final class Router {

    private final List<Route> routes;

    public Router(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    public List<Route> routes() {
        return routes;
    }

    /** A route, and what the path has in the places of its names. */
    public record Found(Route route, Map<String, String> names) {}

    /** The route of a request that this caller may make. */
    public Found find(String method, Target target, Caller caller) throws Refused {
        TreeSet<String> others = new TreeSet<>();
        Optional<Method> known = Method.of(method);
        for (Route each : routes) {
            Optional<Map<String, String>> names = each.match(target.segments());
            if (names.isEmpty()) {
                continue;
            }
            if (known.filter(asked -> serves(each, asked)).isPresent()) {
                Found found = new Found(each, names.get());
                requireAccess(found, caller);
                requireParameters(each, target);
                return found;
            }
            others.add(each.method().name());
        }
        if (others.isEmpty()) {
            throw new Refused(Problem.of(
                    404,
                    "no-such-path",
                    "path",
                    "/" + String.join("/", target.segments()),
                    "a path of /v1/openapi.yaml"));
        }
        if (others.contains("GET")) {
            others.add("HEAD");
        }
        String allowed = String.join(", ", others);
        throw new Refused(
                Problem.of(405, "wrong-method", "method", method, allowed).with("allow", allowed));
    }

    private static boolean serves(Route route, Method asked) {
        return route.method() == asked || (route.method() == Method.GET && asked == Method.HEAD);
    }

    private static void requireAccess(Found found, Caller caller) throws Refused {
        Need need = found.route().need();
        if (need == Need.NOTHING) {
            return;
        }
        if (!caller.isAnybody()) {
            throw new Refused(
                    Problem.of(
                            401,
                            "no-certificate",
                            "certificate",
                            caller.name(),
                            "a client certificate with a URI name urn:heddle:node:NAME, urn:heddle:role:read or urn:heddle:role:write"));
        }
        boolean own = caller.node()
                .filter(node -> node.value().equals(found.names().get("node")))
                .isPresent();
        boolean may =
                switch (need) {
                    case NOTHING -> true;
                    case READ -> caller.roles().contains(Role.READ);
                    case WRITE -> caller.roles().contains(Role.WRITE);
                    case READ_OR_OWN -> own || caller.roles().contains(Role.READ);
                    case OWN -> own || caller.roles().contains(Role.WRITE);
                };
        if (!may) {
            throw new Refused(Problem.of(403, "not-yours", "certificate", caller.name(), expected(need, found)));
        }
    }

    private static String expected(Need need, Found found) {
        String node = "urn:heddle:node:" + found.names().getOrDefault("node", "?");
        return switch (need) {
            case NOTHING -> "anybody";
            case READ -> "urn:heddle:role:read or urn:heddle:role:write";
            case WRITE -> "urn:heddle:role:write";
            case READ_OR_OWN -> node + ", urn:heddle:role:read or urn:heddle:role:write";
            case OWN -> node + " or urn:heddle:role:write";
        };
    }

    private static void requireParameters(Route route, Target target) throws Refused {
        for (String each : new TreeSet<>(target.parameters().keySet())) {
            if (!route.parameters().contains(each)) {
                String known = route.parameters().isEmpty()
                        ? "none"
                        : route.parameters().stream().collect(Collectors.joining(", "));
                throw new Refused(Problem.of(400, "unknown-parameter", "query", "'" + each + "'", known));
            }
        }
    }
}
