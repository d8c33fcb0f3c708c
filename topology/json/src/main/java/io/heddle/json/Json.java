package io.heddle.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON value. Its text is {@code toString()}, without spaces. */
public sealed interface Json {

    static Text text(Object value) {
        return new Text(value.toString());
    }

    static Numeral number(long value) {
        return new Numeral(BigDecimal.valueOf(value));
    }

    static Items items(List<? extends Json> items) {
        return new Items(List.copyOf(items));
    }

    /** What kind of value this is, for messages: {@code a string}. */
    default String kind() {
        return switch (this) {
            case Members _ -> "an object";
            case Items _ -> "an array";
            case Text _ -> "a string";
            case Numeral _ -> "a number";
            case Bool _ -> "true or false";
            case Null _ -> "null";
        };
    }

    /** Members in the order given. */
    record Members(Map<String, Json> members) implements Json {
        public Members {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        public static final Members EMPTY = new Members(Map.of());

        /** The member of this name; a null member counts as absent. */
        public Optional<Json> get(String name) {
            return Optional.ofNullable(members.get(name)).filter(each -> !(each instanceof Null));
        }

        /** This object with one member set, at its old place or at the end. */
        public Members with(String name, Json value) {
            Map<String, Json> changed = new LinkedHashMap<>(members);
            changed.put(name, value);
            return new Members(changed);
        }

        @Override
        public String toString() {
            return JsonText.write(this);
        }
    }

    /** Items in order. */
    record Items(List<Json> items) implements Json {
        public Items {
            items = Collections.unmodifiableList(new ArrayList<>(items));
        }

        @Override
        public String toString() {
            return JsonText.write(this);
        }
    }

    /** A string. */
    record Text(String value) implements Json {
        @Override
        public String toString() {
            return JsonText.write(this);
        }
    }

    /** A number, kept as written. */
    record Numeral(BigDecimal value) implements Json {
        @Override
        public String toString() {
            return JsonText.write(this);
        }
    }

    /** True or false. */
    record Bool(boolean value) implements Json {
        @Override
        public String toString() {
            return Boolean.toString(value);
        }
    }

    /** Nothing. */
    record Null() implements Json {
        @Override
        public String toString() {
            return "null";
        }
    }
}
