package io.heddle.controller.http.server;

import io.heddle.controller.http.watch.WatchEvent;
import io.heddle.controller.http.watch.WatchLog;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A watcher's stream: takes from the log what the connection can carry. Single-threaded but for {@link #woken}. */
@SuppressWarnings("FutureReturnValueIgnored") // a failed write or close is an exception or the end of the channel
final class EventStream {

    private final Channel channel;
    private final WatchLog log;
    private final AtomicBoolean isWoken = new AtomicBoolean();
    private final Runnable unwatch;
    private long place;
    private boolean ended;

    private EventStream(Channel channel, WatchLog log) {
        this.channel = channel;
        this.log = log;
        unwatch = log.watch(this::woken);
    }

    static EventStream begin(Channel channel, WatchLog log, long after) {
        HttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        head.headers().set(HttpHeaderNames.CONTENT_TYPE, "text/event-stream");
        head.headers().set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        head.headers().set("x-content-type-options", "nosniff");
        HttpUtil.setTransferEncodingChunked(head, true);
        channel.write(head);
        EventStream stream = new EventStream(channel, log);
        Optional<Long> place = log.place(after);
        if (place.isPresent()) {
            stream.place = place.get();
            stream.send(": watching\n\n");
        } else {
            stream.place = log.end();
            stream.send(new WatchEvent(
                            0,
                            log.revision(),
                            "reset",
                            "{\"revision\":" + log.revision() + ",\"reason\":\"not everything behind revision " + after
                                    + " is kept: read all again\"}")
                    .text());
        }
        stream.pump();
        return stream;
    }

    /** Something happened; on any thread. */
    private void woken() {
        if (isWoken.compareAndSet(false, true)) {
            channel.eventLoop().execute(() -> {
                isWoken.set(false);
                pump();
            });
        }
    }

    /** Sends while the connection takes it. A watcher whose place is no longer kept has been too slow. */
    void pump() {
        boolean wrote = false;
        while (!ended && channel.isActive()) {
            if (log.hasPassed(place)) {
                end("too slow: events that were not sent yet are no longer kept; come back and read all again");
                return;
            }
            Optional<WatchEvent> next = channel.isWritable() ? log.after(place) : Optional.empty();
            if (next.isEmpty()) {
                break;
            }
            place = next.get().number();
            write(next.get().text());
            wrote = true;
        }
        if (wrote) {
            channel.flush();
        }
    }

    /** A sign of life. */
    void beat() {
        if (!ended && channel.isWritable()) {
            send(":\n\n");
        }
    }

    /** Says why, and closes. A client that takes nothing any more is closed all the same by its connection's deadline. */
    void end(String reason) {
        if (!ended) {
            ended = true;
            unwatch.run();
            send("event: cut\ndata: {\"reason\":\"" + reason + "\"}\n\n");
            channel.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT).addListener(_ -> channel.close());
        }
    }

    boolean hasEnded() {
        return ended;
    }

    /** The connection is gone. */
    void gone() {
        ended = true;
        unwatch.run();
    }

    private void send(String text) {
        write(text);
        channel.flush();
    }

    private void write(String text) {
        channel.write(new DefaultHttpContent(Unpooled.copiedBuffer(text, StandardCharsets.UTF_8)));
    }
}
