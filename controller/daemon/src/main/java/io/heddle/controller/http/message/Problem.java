package io.heddle.controller.http.message;

import io.heddle.json.BadField;
import io.heddle.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Why a request is turned down (RFC 9457).
 *
 * @param code one word for programs, stable over versions
 * @param at where in the request: a member of the body as {@code events[2].mac}, a parameter, a header; empty if it is the whole
 * @param headers to be sent with it
 */
public record Problem(
        int status,
        String code,
        String detail,
        Optional<String> at,
        Optional<String> found,
        Optional<String> expected,
        Map<String, String> headers) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        headers = Map.copyOf(headers);
    }

    public static Problem of(int status, String code, String detail) {
        return new Problem(status, code, detail, Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    }

    /** A value in a place where another form was expected. */
    public static Problem of(int status, String code, String at, String found, String expected) {
        return new Problem(
                status,
                code,
                at + ": found " + found + ", expected " + expected,
                Optional.of(at),
                Optional.of(found),
                Optional.of(expected),
                Map.of());
    }

    public static Problem of(BadField field) {
        return of(422, "bad-field", field.path(), field.found(), field.expected());
    }

    public Problem with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Problem(status, code, detail, at, found, expected, more);
    }

    public Json.Members json() {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("type", Json.text("urn:heddle:problem:" + code));
        members.put("status", Json.number(status));
        members.put("detail", Json.text(detail));
        at.ifPresent(text -> members.put("at", Json.text(text)));
        found.ifPresent(text -> members.put("found", Json.text(text)));
        expected.ifPresent(text -> members.put("expected", Json.text(text)));
        return new Json.Members(members);
    }
}
