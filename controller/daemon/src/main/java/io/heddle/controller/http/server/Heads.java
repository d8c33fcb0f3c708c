package io.heddle.controller.http.server;

import io.heddle.controller.http.message.Method;
import io.heddle.controller.http.message.Problem;
import io.heddle.controller.http.message.Refused;
import io.heddle.controller.http.route.Route;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is wrong with a request's header, judged before its body is read. */
final class Heads {

    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]", "::1");

    private Heads() {}

    static Problem undecodable(Throwable cause, ServerLimits limits) {
        return switch (cause) {
            case TooLongHttpLineException _ ->
                Problem.of(414, "target-too-long", "the first line", "a longer one", "at most 4096 octets");
            case TooLongHttpHeaderException _ ->
                Problem.of(
                        431,
                        "header-too-large",
                        "header",
                        "a larger one",
                        "at most " + limits.headerBytes() + " octets");
            default -> Problem.of(400, "no-http", "the request is no HTTP/1.1");
        };
    }

    /** What RFC 9112 asks of every request, and who it is for. */
    static void check(HttpRequest head, List<String> hosts, boolean checkHost) throws Refused {
        HttpHeaders headers = head.headers();
        HttpVersion version = head.protocolVersion();
        if (!version.equals(HttpVersion.HTTP_1_1)) {
            throw refused(505, "wrong-version", "version", version.text(), "HTTP/1.1");
        }
        List<String> named = headers.getAll(HttpHeaderNames.HOST);
        if (named.size() != 1) {
            throw refused(400, "bad-header", "Host", named.size() + " of it", "one");
        }
        // RFC 9112 section 6.1: two lengths are how one request is smuggled inside another.
        if (headers.contains(HttpHeaderNames.TRANSFER_ENCODING)
                && (headers.contains(HttpHeaderNames.CONTENT_LENGTH)
                        || !"chunked".equalsIgnoreCase(headers.get(HttpHeaderNames.TRANSFER_ENCODING)))) {
            throw refused(
                    400, "bad-header", "Transfer-Encoding", "another coding or a Content-Length", "chunked alone");
        }
        // A page of another site that a browser on this machine shows may have its name point to 127.0.0.1.
        if (checkHost && !isOurs(named.getFirst(), hosts)) {
            throw refused(421, "wrong-host", "Host", "'" + named.getFirst() + "'", "localhost or a configured name");
        }
    }

    private static boolean isOurs(String host, List<String> hosts) {
        int colon = host.lastIndexOf(':');
        String name = colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
        return LOOPBACK.contains(name) || hosts.contains(name);
    }

    /** The length of the body to come, -1 if it is not told before. */
    static long bodyLength(HttpRequest head, Route route, Method method) throws Refused {
        boolean chunked = HttpUtil.isTransferEncodingChunked(head);
        long length = chunked ? -1 : HttpUtil.getContentLength(head, 0L);
        if (!method.hasBody() && length != 0) {
            throw refused(400, "unexpected-body", "body", "one", "none with " + method);
        }
        if (method.hasBody()) {
            String type = head.headers().get(HttpHeaderNames.CONTENT_TYPE, "");
            // A browser asks before it sends this type to another site; our answer does not allow it.
            if (!isJson(type)) {
                throw refused(415, "wrong-type", "Content-Type", "'" + type + "'", "application/json");
            }
            if (length > route.maxBody()) {
                throw tooLarge(route);
            }
        }
        String expect = head.headers().get(HttpHeaderNames.EXPECT, "100-continue");
        if (!expect.equalsIgnoreCase("100-continue")) {
            throw refused(417, "bad-header", "Expect", "'" + expect + "'", "100-continue");
        }
        return length;
    }

    static Refused tooLarge(Route route) {
        return refused(413, "body-too-large", "body", "more", "at most " + route.maxBody() + " octets");
    }

    private static boolean isJson(String type) {
        String plain = type.toLowerCase(Locale.ROOT).replace(" ", "");
        return plain.equals("application/json") || plain.equals("application/json;charset=utf-8");
    }

    /** Headers by name in small letters; of one that came several times the first. */
    static Map<String, String> headers(HttpRequest head) {
        Map<String, String> headers = new LinkedHashMap<>();
        head.headers()
                .iteratorAsString()
                .forEachRemaining(each -> headers.putIfAbsent(each.getKey().toLowerCase(Locale.ROOT), each.getValue()));
        return headers;
    }

    private static Refused refused(int status, String code, String at, String found, String expected) {
        return new Refused(Problem.of(status, code, at, found, expected));
    }
}
