package io.heddle.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads and writes {@link Json}. */
public final class JsonText {

    /** Deeper than any network configuration, shallow enough for the stack. */
    static final int MAX_DEPTH = 64;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(40)
                    .maxStringLength(1 << 20)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonText() {}

    /** The text is no JSON, or more than one value; the message says where. */
    public static final class NotJson extends Exception {
        private static final long serialVersionUID = 1;

        NotJson(String message) {
            super(message);
        }
    }

    /** Reads one value from UTF-8. */
    public static Json read(byte[] utf8) throws NotJson {
        try (JsonParser parser = FACTORY.createParser(utf8)) {
            if (parser.nextToken() == null) {
                throw new NotJson("nothing there, expected a JSON value");
            }
            Json value = value(parser);
            if (parser.nextToken() != null) {
                throw new NotJson(
                        "line " + parser.currentTokenLocation().getLineNr() + ": more after the end of the value");
            }
            return value;
        } catch (StreamConstraintsException e) {
            throw new NotJson(e.getOriginalMessage());
        } catch (JsonProcessingException e) {
            throw new NotJson("line " + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr() + ": " + e.getOriginalMessage());
        } catch (IOException e) {
            // The bytes are in memory: what is left are characters that are no UTF-8.
            throw new NotJson(e.getMessage() == null ? "no UTF-8" : e.getMessage());
        }
    }

    static String write(Json value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            write(value, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static Json value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> new Json.Text(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Numeral(parser.getDecimalValue());
            case VALUE_TRUE -> new Json.Bool(true);
            case VALUE_FALSE -> new Json.Bool(false);
            case VALUE_NULL -> new Json.Null();
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("no value starts with " + parser.currentToken());
        };
    }

    private static Json.Members object(JsonParser parser) throws IOException {
        Map<String, Json> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser));
        }
        return new Json.Members(members);
    }

    private static Json.Items array(JsonParser parser) throws IOException {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return new Json.Items(items);
    }

    private static void write(Json value, JsonGenerator out) throws IOException {
        switch (value) {
            case Json.Members object -> {
                out.writeStartObject();
                for (Map.Entry<String, Json> each : object.members().entrySet()) {
                    out.writeFieldName(each.getKey());
                    write(each.getValue(), out);
                }
                out.writeEndObject();
            }
            case Json.Items array -> {
                out.writeStartArray();
                for (Json each : array.items()) {
                    write(each, out);
                }
                out.writeEndArray();
            }
            case Json.Text text -> out.writeString(text.value());
            case Json.Numeral number -> out.writeNumber(number.value());
            case Json.Bool bool -> out.writeBoolean(bool.value());
            case Json.Null _ -> out.writeNull();
        }
    }
}
