package io.heddle.controller.http.api;

import io.heddle.json.Json;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts an object together, member by member. Single-threaded. */
final class Members {

    private final Map<String, Json> members = new LinkedHashMap<>();

    Members text(String name, Object value) {
        members.put(name, Json.text(value));
        return this;
    }

    Members text(String name, Optional<?> value) {
        value.ifPresent(each -> members.put(name, Json.text(each)));
        return this;
    }

    Members number(String name, long value) {
        members.put(name, Json.number(value));
        return this;
    }

    Members flag(String name, boolean value) {
        members.put(name, new Json.Bool(value));
        return this;
    }

    Members texts(String name, Collection<?> values) {
        members.put(name, Json.items(values.stream().map(Json::text).toList()));
        return this;
    }

    Members items(String name, Collection<? extends Json> values) {
        members.put(name, new Json.Items(List.copyOf(values)));
        return this;
    }

    Members member(String name, Json value) {
        members.put(name, value);
        return this;
    }

    Json.Members json() {
        return new Json.Members(members);
    }
}
