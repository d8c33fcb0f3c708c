package io.heddle.controller.http.server;

import io.heddle.controller.http.message.Response;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/** Whole answers as HTTP. */
final class Answers {

    private static final int TAG_OCTETS = 12;

    private Answers() {}

    /**
     * The answer to a request.
     *
     * @param known the entity tags that the client has
     * @param head whether the body is left out
     */
    static FullHttpResponse of(Response.Whole whole, Optional<String> known, boolean head, boolean close) {
        String tag = whole.status() == 200 ? tag(whole.body()) : "";
        boolean same = !tag.isEmpty() && known.filter(each -> has(each, tag)).isPresent();
        ByteBuf body = same || head ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(whole.body());
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(same ? 304 : whole.status()), body);
        if (!same) {
            response.headers().set(HttpHeaderNames.CONTENT_TYPE, whole.mediaType());
            response.headers().set(HttpHeaderNames.CONTENT_LENGTH, whole.body().length);
        }
        if (!tag.isEmpty()) {
            response.headers().set(HttpHeaderNames.ETAG, tag);
        }
        response.headers().set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_CACHE);
        response.headers().set("x-content-type-options", "nosniff");
        whole.headers().forEach((name, value) -> response.headers().set(name, value));
        if (close) {
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        return response;
    }

    private static boolean has(String known, String tag) {
        return Stream.of(known.split(",", -1))
                .map(String::strip)
                .map(each -> each.startsWith("W/") ? each.substring(2) : each)
                .anyMatch(each -> each.equals("*") || each.equals(tag));
    }

    private static String tag(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return '"' + HexFormat.of().formatHex(Arrays.copyOf(digest, TAG_OCTETS)) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
