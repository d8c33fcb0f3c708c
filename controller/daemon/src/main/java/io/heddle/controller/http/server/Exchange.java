package io.heddle.controller.http.server;

import io.heddle.controller.http.message.Problem;
import io.heddle.controller.http.message.Refused;
import io.heddle.controller.tls.Caller;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request and its answer: what is known of them, and the octets that they hold of all connections' budget. Single-threaded. */
final class Exchange {

    private final Shared shared;
    private final long began;
    final boolean keepAlive;
    final boolean isHead;
    final Optional<String> knownTags;
    Caller caller = Caller.NOBODY;
    String method = "-";
    String route = "-";
    private @Nullable Pending pending;
    private int reserved;

    private Exchange(Shared shared, boolean keepAlive, boolean isHead, Optional<String> knownTags) {
        this.shared = shared;
        this.keepAlive = keepAlive;
        this.isHead = isHead;
        this.knownTags = knownTags;
        began = shared.nanos().getAsLong();
    }

    /** One of which no header was read: it is the connection's last. */
    static Exchange unread(Shared shared) {
        return new Exchange(shared, false, false, Optional.empty());
    }

    static Exchange of(Shared shared, HttpRequest head) {
        return new Exchange(
                shared,
                HttpUtil.isKeepAlive(head),
                head.method().name().equals("HEAD"),
                Optional.ofNullable(head.headers().get("if-none-match")));
    }

    /** Its header is well: its body comes. */
    void expect(Pending request) {
        pending = request;
    }

    /**
     * Takes in a part of the body.
     *
     * @throws Refused if the budget has no room for it, or the route none for so much
     */
    void add(ByteBuf part) throws Refused {
        int more = part.readableBytes();
        if (more > 0 && !shared.bodies().take(more)) {
            throw new Refused(Problem.of(503, "busy", "too many large requests at once; come back in a second")
                    .with("retry-after", "1"));
        }
        reserved += more;
        request().add(part);
    }

    Pending request() {
        if (pending == null) {
            throw new IllegalStateException("a body without request");
        }
        return pending;
    }

    /** Its octets are no longer held. */
    void release() {
        pending = null;
        shared.bodies().giveBack(reserved);
        reserved = 0;
    }

    void answered(int status) {
        shared.events().answered(method, route, status, shared.nanos().getAsLong() - began);
    }
}
