package io.heddle.controller.onos.ovsdb;

import io.heddle.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a column may hold: strings, whole numbers, flags, names of rows, or a map of strings (RFC 7047 section 5.1). */
enum Shape {
    TEXTS("a string"),
    NUMBERS("a whole number"),
    FLAGS("true or false"),
    ROWS("[\"uuid\",...]"),
    PAIRS("[\"map\",...] of strings");

    /** A row that the same transaction inserts, instead of a UUID. */
    static final String NEW = "new:";

    private static final int LONGEST_NUMBER = 18;

    private final String expected;

    Shape(String expected) {
        this.expected = expected;
    }

    Value read(String where, Json json) throws BadMessage {
        if (this == PAIRS) {
            return pairs(where, json);
        }
        List<String> atoms = new ArrayList<>();
        List<Json> tagged = tagged("set", json);
        for (Json each : tagged == null ? List.of(json) : tagged) {
            atoms.add(atom(where, each));
        }
        return new Value.Atoms(atoms);
    }

    /** Whole, and of a length that can be written out: a few bytes can stand for a thousand million digits. */
    static boolean isWhole(BigDecimal number) {
        return number.scale() <= 0 && (long) number.precision() - number.scale() <= LONGEST_NUMBER;
    }

    private String atom(String where, Json json) throws BadMessage {
        return switch (json) {
            case Json.Text(String text) when this == TEXTS -> text;
            case Json.Numeral(BigDecimal number) when this == NUMBERS && isWhole(number) -> number.toPlainString();
            case Json.Bool(boolean flag) when this == FLAGS -> String.valueOf(flag);
            case Json.Items(List<Json> items)
            when this == ROWS
                    && items.size() == 2
                    && items.getFirst().equals(Json.text("uuid"))
                    && items.get(1) instanceof Json.Text(String uuid) -> uuid;
            case Json.Text _, Json.Numeral _, Json.Bool _, Json.Items _, Json.Members _, Json.Null _ ->
                throw wrong(where, json);
        };
    }

    private Value pairs(String where, Json json) throws BadMessage {
        List<Json> tagged = tagged("map", json);
        if (tagged == null) {
            throw wrong(where, json);
        }
        Map<String, String> pairs = new TreeMap<>();
        for (Json each : tagged) {
            if (!(each instanceof Json.Items(List<Json> pair)
                    && pair.size() == 2
                    && pair.getFirst() instanceof Json.Text(String key)
                    && pair.get(1) instanceof Json.Text(String value))) {
                throw wrong(where, each);
            }
            pairs.put(key, value);
        }
        return new Value.Pairs(pairs);
    }

    private static @Nullable List<Json> tagged(String tag, Json json) {
        return json instanceof Json.Items(List<Json> items)
                        && items.size() == 2
                        && items.getFirst().equals(Json.text(tag))
                        && items.get(1) instanceof Json.Items(List<Json> inner)
                ? inner
                : null;
    }

    private BadMessage wrong(String where, Json found) {
        return new BadMessage(where + ": found " + Excerpt.of(found) + ", expected " + expected);
    }

    Json write(Value value) {
        return switch (value) {
            case Value.Atoms(var atoms) -> {
                List<Json> items = atoms.stream().map(this::write).toList();
                yield items.size() == 1 ? items.getFirst() : Json.items(List.of(Json.text("set"), Json.items(items)));
            }
            case Value.Pairs(var pairs) ->
                Json.items(List.of(
                        Json.text("map"),
                        Json.items(pairs.entrySet().stream()
                                .map(each -> Json.items(List.of(Json.text(each.getKey()), Json.text(each.getValue()))))
                                .toList())));
        };
    }

    private Json write(String atom) {
        return switch (this) {
            case TEXTS, PAIRS -> Json.text(atom);
            case NUMBERS -> Json.number(Long.parseLong(atom));
            case FLAGS -> new Json.Bool(Boolean.parseBoolean(atom));
            case ROWS ->
                atom.startsWith(NEW)
                        ? Json.items(List.of(Json.text("named-uuid"), Json.text(atom.substring(NEW.length()))))
                        : Json.items(List.of(Json.text("uuid"), Json.text(atom)));
        };
    }
}
