package io.heddle.controller.onos.ovsdb;

import io.heddle.json.Json;
import java.util.List;

/** A message of JSON-RPC 1.0, as RFC 7047 section 4 uses it. */
sealed interface Rpc {

    /** Somebody asks; without an id ({@link Json.Null}) no answer is expected. */
    record Request(String method, List<Json> params, Json id) implements Rpc {

        public Request(String method, List<Json> params, Json id) {
            this.method = method;
            this.params = List.copyOf(params);
            this.id = id;
        }

        Json json() {
            return Json.Members.EMPTY
                    .with("method", Json.text(method))
                    .with("params", Json.items(params))
                    .with("id", id);
        }
    }

    /** An answer; {@code error} is {@link Json.Null} where there was none. */
    record Reply(Json result, Json error, Json id) implements Rpc {

        Json json() {
            return Json.Members.EMPTY
                    .with("result", result)
                    .with("error", error)
                    .with("id", id);
        }
    }

    static Rpc read(Json json) throws BadMessage {
        if (!(json instanceof Json.Members message)) {
            throw new BadMessage("found " + Excerpt.of(json) + ", expected a JSON-RPC message");
        }
        Json id = message.members().getOrDefault("id", new Json.Null());
        if (message.get("method").isPresent()) {
            if (message.get("method").get() instanceof Json.Text(String method)
                    && message.get("params").orElse(Json.items(List.of())) instanceof Json.Items(List<Json> params)) {
                return new Request(method, params, id);
            }
        } else if (message.members().containsKey("result") || message.members().containsKey("error")) {
            return new Reply(
                    message.members().getOrDefault("result", new Json.Null()),
                    message.members().getOrDefault("error", new Json.Null()),
                    id);
        }
        throw new BadMessage("found " + Excerpt.of(json) + ", expected a request with method and params, or an answer");
    }
}
