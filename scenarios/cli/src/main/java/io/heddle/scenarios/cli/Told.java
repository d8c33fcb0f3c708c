package io.heddle.scenarios.cli;

import io.heddle.json.Json;
import java.util.List;
import java.util.stream.Collectors;

/** Members of a controller's answer as text. What is absent is empty: a newer or older controller may have other members. */
final class Told {

    private Told() {}

    static String text(Json object, String name) {
        return object instanceof Json.Members members
                ? members.get(name).map(Told::text).orElse("")
                : "";
    }

    static List<Json> items(Json object, String name) {
        return object instanceof Json.Members members
                        && members.get(name).orElse(null) instanceof Json.Items(List<Json> items)
                ? items
                : List.of();
    }

    /** All of a list, between blanks. */
    static String joined(Json object, String name) {
        return items(object, name).stream().map(Told::text).collect(Collectors.joining(" "));
    }

    private static String text(Json value) {
        return value instanceof Json.Text(String plain) ? plain : value.toString();
    }
}
