package io.heddle.lab.json;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A JSON value as programs print it. Looking up what is absent gives nothing, since they leave out what is not set. */
public sealed interface JsonValue {

    /** Members in the order read. */
    record Mapping(Map<String, JsonValue> members) implements JsonValue {}

    record Sequence(List<JsonValue> items) implements JsonValue {}

    /** A string, number, boolean or null as written. */
    record Scalar(String text) implements JsonValue {}

    default Optional<JsonValue> find(String name) {
        return this instanceof Mapping(Map<String, JsonValue> members)
                ? Optional.ofNullable(members.get(name))
                : Optional.empty();
    }

    /** The scalar of this name as text. */
    default Optional<String> text(String name) {
        return find(name).filter(each -> each instanceof Scalar).map(each -> ((Scalar) each).text());
    }

    default OptionalLong number(String name) {
        return text(name).stream().mapToLong(Long::parseLong).findFirst();
    }

    /** Whether the member is there and is {@code true}. */
    default boolean is(String name) {
        return text(name).filter("true"::equals).isPresent();
    }

    /** The items of the sequence of this name; none if it is absent. */
    default List<JsonValue> items(String name) {
        return find(name).map(JsonValue::items).orElse(List.of());
    }

    /** The items of a sequence; none of anything else. */
    default List<JsonValue> items() {
        return this instanceof Sequence(List<JsonValue> items) ? items : List.of();
    }

    /** The members of a mapping; none of anything else. */
    default Map<String, JsonValue> members() {
        return this instanceof Mapping(Map<String, JsonValue> members) ? members : Map.of();
    }
}
