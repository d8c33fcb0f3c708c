package io.heddle.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The members of an object, read by name with their place in mind. */
public record Fields(String path, Json.Members object) {

    /** The object itself, or a refusal that names {@code path}. */
    public static Fields of(String path, Json value) throws BadField {
        return switch (value) {
            case Json.Members object -> new Fields(path, object);
            case Json.Items _, Json.Text _, Json.Numeral _, Json.Bool _, Json.Null _ ->
                throw new BadField(path.isEmpty() ? "the whole" : path, value.kind(), "an object");
        };
    }

    /** Refuses members of other names. */
    public Fields only(String... names) throws BadField {
        Set<String> unknown = new TreeSet<>(object.members().keySet());
        unknown.removeAll(Set.of(names));
        if (!unknown.isEmpty()) {
            throw new BadField(at(unknown.iterator().next()), "an unknown name", "one of " + String.join(", ", names));
        }
        return this;
    }

    public String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    public Optional<String> text(String name) throws BadField {
        Optional<Json> value = object.get(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(textOf(at(name), value.get()));
    }

    public String neededText(String name) throws BadField {
        return text(name).orElseThrow(() -> new BadField(at(name), "nothing", "a string"));
    }

    /** A text that is read further; what the reader refuses is a refusal of this field. */
    public <T> Optional<T> parsed(String name, Function<String, T> parse) throws BadField {
        Optional<String> text = text(name);
        return text.isEmpty() ? Optional.empty() : Optional.of(parse(at(name), text.get(), parse));
    }

    public Optional<Long> number(String name, long least, long most) throws BadField {
        Optional<Json> value = object.get(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        String expected = "a whole number from " + least + " to " + most;
        if (!(value.get() instanceof Json.Numeral number)) {
            throw new BadField(at(name), value.get().kind(), expected);
        }
        try {
            long exact = number.value().longValueExact();
            if (exact >= least && exact <= most) {
                return Optional.of(exact);
            }
        } catch (ArithmeticException e) {
            throw new BadField(at(name), number.toString(), expected);
        }
        throw new BadField(at(name), number.toString(), expected);
    }

    public Optional<Boolean> flag(String name) throws BadField {
        Optional<Json> value = object.get(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!(value.get() instanceof Json.Bool bool)) {
            throw new BadField(at(name), value.get().kind(), "true or false");
        }
        return Optional.of(bool.value());
    }

    public Optional<Fields> object(String name) throws BadField {
        Optional<Json> value = object.get(name);
        return value.isEmpty() ? Optional.empty() : Optional.of(of(at(name), value.get()));
    }

    /** Items of an array; none when it is absent. */
    public List<Json> items(String name) throws BadField {
        Optional<Json> value = object.get(name);
        if (value.isEmpty()) {
            return List.of();
        }
        if (!(value.get() instanceof Json.Items array)) {
            throw new BadField(at(name), value.get().kind(), "an array");
        }
        return array.items();
    }

    public List<Fields> objects(String name) throws BadField {
        List<Fields> objects = new ArrayList<>();
        for (Json each : items(name)) {
            objects.add(of(at(name) + "[" + objects.size() + "]", each));
        }
        return objects;
    }

    public <T> List<T> list(String name, Function<String, T> parse) throws BadField {
        List<T> list = new ArrayList<>();
        for (Json each : items(name)) {
            String place = at(name) + "[" + list.size() + "]";
            list.add(parse(place, textOf(place, each), parse));
        }
        return list;
    }

    /** Every member as a text. */
    public Map<String, String> texts() throws BadField {
        Map<String, String> texts = new TreeMap<>();
        for (Map.Entry<String, Json> each : object.members().entrySet()) {
            texts.put(each.getKey(), textOf(at(each.getKey()), each.getValue()));
        }
        return texts;
    }

    private static String textOf(String place, Json value) throws BadField {
        if (value instanceof Json.Text text) {
            return text.value();
        }
        throw new BadField(place, value.kind(), "a string");
    }

    private static <T> T parse(String place, String text, Function<String, T> parse) throws BadField {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw new BadField(place, "'" + text + "'", e.getMessage() == null ? "another form" : e.getMessage());
        }
    }
}
