package io.heddle.scenarios.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes JSON; what cannot happen with a string as target is an unchecked exception. Single-threaded. */
final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator out;

    private Json(JsonGenerator out) {
        this.out = out;
    }

    /** One object as text, with a line feed at the end. */
    static String object(Consumer<Json> fields) {
        return written(fields, generator -> generator.setPrettyPrinter(new DefaultPrettyPrinter())) + '\n';
    }

    /** One object in one line, without its end. */
    static String line(Consumer<Json> fields) {
        return written(fields, _ -> {});
    }

    private static String written(Consumer<Json> fields, Consumer<JsonGenerator> form) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            form.accept(generator);
            generator.writeStartObject();
            fields.accept(new Json(generator));
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Something that is written. */
    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }

    private Json write(Writing writing) {
        try {
            writing.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Json field(String name, String value) {
        return write(() -> out.writeStringField(name, value));
    }

    Json field(String name, long value) {
        return write(() -> out.writeNumberField(name, value));
    }

    Json field(String name, double value) {
        return write(() -> out.writeNumberField(name, value));
    }

    Json field(String name, boolean value) {
        return write(() -> out.writeBooleanField(name, value));
    }

    Json nothing(String name) {
        return write(() -> out.writeNullField(name));
    }

    Json field(String name, Optional<String> value) {
        return value.isPresent() ? field(name, value.get()) : nothing(name);
    }

    Json object(String name, Consumer<Json> fields) {
        return write(() -> {
            out.writeObjectFieldStart(name);
            fields.accept(this);
            out.writeEndObject();
        });
    }

    <T> Json objects(String name, Collection<T> items, Consumer<T> fields) {
        return write(() -> {
            out.writeArrayFieldStart(name);
            for (T each : items) {
                out.writeStartObject();
                fields.accept(each);
                out.writeEndObject();
            }
            out.writeEndArray();
        });
    }

    Json strings(String name, Collection<String> items) {
        return write(() -> {
            out.writeArrayFieldStart(name);
            for (String each : items) {
                out.writeString(each);
            }
            out.writeEndArray();
        });
    }
}
