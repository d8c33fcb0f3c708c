package io.heddle.controller.http.message;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Path and query of a request, decoded.
 *
 * @param segments of the path; none for {@code /}
 * @param parameters of the query, each at most once
 */
public record Target(List<String> segments, Map<String, String> parameters) {

    public Target {
        segments = List.copyOf(segments);
        parameters = Map.copyOf(parameters);
    }

    /** Reads the target in origin form (RFC 9112 section 3.2.1); any other form is refused. */
    public static Target parse(String target) throws Refused {
        if (!target.startsWith("/")) {
            throw bad("the request's target", "another form", "a path from /");
        }
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        List<String> segments = new ArrayList<>();
        for (String each : path.substring(1).split("/", -1)) {
            segments.add(decoded(each, "path"));
        }
        if (segments.equals(List.of(""))) {
            segments.clear();
        }
        for (String each : segments) {
            if (each.isEmpty() || each.equals(".") || each.equals("..") || each.indexOf('/') >= 0) {
                throw bad("path", "'" + each + "' between slashes", "a name");
            }
        }
        return new Target(segments, question < 0 ? Map.of() : parameters(target.substring(question + 1)));
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    private static Map<String, String> parameters(String query) throws Refused {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String each : query.split("&", -1)) {
            int equals = each.indexOf('=');
            if (each.isEmpty()) {
                continue;
            }
            String name = decoded(equals < 0 ? each : each.substring(0, equals), "query");
            String value = equals < 0 ? "" : decoded(each.substring(equals + 1).replace('+', ' '), "query " + name);
            if (parameters.put(name, value) != null) {
                throw bad("query", "'" + name + "' twice", "each parameter once");
            }
        }
        return parameters;
    }

    /** Percent signs resolved (RFC 3986 section 2.1), UTF-8, no control characters. */
    private static String decoded(String text, String at) throws Refused {
        byte[] octets = new byte[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
                int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    throw bad(at, "a '%' without two hexadecimal digits", "%20 and the like");
                }
                octets[length++] = (byte) (high << 4 | low);
                i += 2;
            } else if (c < 0x21 || c > 0x7E) {
                throw bad(at, "a character outside of ASCII's printable ones", "it percent-encoded");
            } else {
                octets[length++] = (byte) c;
            }
        }
        try {
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets, 0, length))
                    .toString();
            if (decoded.chars().anyMatch(Character::isISOControl)) {
                throw bad(at, "a control character", "none");
            }
            return decoded;
        } catch (CharacterCodingException e) {
            throw bad(at, "octets that are no UTF-8", "UTF-8");
        }
    }

    private static Refused bad(String at, String found, String expected) {
        return new Refused(Problem.of(400, "bad-target", at, found, expected));
    }
}
