package io.heddle.lab.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.heddle.lab.linux.LabException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the JSON that {@code ip}, {@code bridge} and {@code vtysh} print. */
public final class JsonReader {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonReader() {}

    /**
     * The first value of {@code text}; nothing printed at all is an empty sequence.
     *
     * @param source who printed it, for the message if it is no JSON
     */
    public static JsonValue read(String text, String source) throws LabException {
        if (text.isBlank()) {
            return new JsonValue.Sequence(List.of());
        }
        try (JsonParser parser = FACTORY.createParser(text)) {
            parser.nextToken();
            return value(parser);
        } catch (IOException e) {
            String start = text.substring(0, Math.min(text.length(), 200)).strip();
            throw new LabException("`" + source + "` printed no JSON but: " + start, e);
        }
    }

    private static JsonValue value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                members.put(name, value(parser));
            }
            return new JsonValue.Mapping(members);
        }
        if (token == JsonToken.START_ARRAY) {
            List<JsonValue> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(parser));
            }
            return new JsonValue.Sequence(items);
        }
        return new JsonValue.Scalar(parser.getText());
    }
}
