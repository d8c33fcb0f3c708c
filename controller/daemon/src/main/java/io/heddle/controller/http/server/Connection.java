package io.heddle.controller.http.server;

import io.heddle.controller.http.message.Method;
import io.heddle.controller.http.message.Problem;
import io.heddle.controller.http.message.Refused;
import io.heddle.controller.http.message.Response;
import io.heddle.controller.http.message.Target;
import io.heddle.controller.http.route.Router.Found;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** One client's connection: a request at a time, every wait with its end. Single-threaded. */
@SuppressWarnings("FutureReturnValueIgnored") // a failed write or close is an exception or the end of the channel
final class Connection extends ChannelInboundHandlerAdapter {

    /** Time in which a client reads why it was turned down while its body still comes in. */
    private static final Duration LINGER = Duration.ofSeconds(2);

    private enum Phase {
        /** Between requests. */
        IDLE,
        BODY,
        ANSWERING,
        WATCHING,
        /** Answered for the last time; what still comes is passed over. */
        LEAVING
    }

    private final Shared shared;
    private final Channel channel;
    private final Deadline deadline;
    private final PeerName peer;
    private Phase phase = Phase.IDLE;
    private boolean asks;
    private boolean headBegan;
    private Exchange exchange;
    private @Nullable Watcher watcher;

    Connection(Shared shared, Channel channel) {
        this.shared = shared;
        this.channel = channel;
        deadline = new Deadline(channel.eventLoop());
        peer = new PeerName(shared, channel);
        exchange = Exchange.unread(shared);
    }

    @Override
    public void channelActive(ChannelHandlerContext at) {
        waitForHead(shared.limits().head());
    }

    private void waitForHead(Duration patience) {
        phase = Phase.IDLE;
        headBegan = false;
        exchange = Exchange.unread(shared);
        deadline.set(patience, () -> cut("no request in " + patience.toSeconds() + " s"));
        ask();
    }

    /** Wants the next part. What is asked for within a round of reading is forgotten at its end: then it is asked for again. */
    private void ask() {
        asks = true;
        channel.read();
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext at) {
        if (asks) {
            channel.read();
        }
    }

    /** The first octets of a request are there; the rest of its header may not take for ever. */
    void headBegins() {
        if (phase == Phase.IDLE && !headBegan) {
            headBegan = true;
            deadline.set(
                    shared.limits().head(),
                    () -> refuseLast(Problem.of(
                            408,
                            "too-slow",
                            "the request's header took more than "
                                    + shared.limits().head().toSeconds() + " s")));
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext at, Object message) {
        asks = false;
        try {
            if (message instanceof HttpObject object && object.decoderResult().isFailure()) {
                refuseLast(Heads.undecodable(object.decoderResult().cause(), shared.limits()));
                return;
            }
            switch (phase) {
                case IDLE -> {
                    if (message instanceof HttpRequest head) {
                        begin(head);
                    } else {
                        ask();
                    }
                }
                case BODY -> {
                    if (message instanceof HttpContent content) {
                        body(content);
                    }
                }
                case ANSWERING -> {}
                case WATCHING, LEAVING -> ask();
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void begin(HttpRequest head) {
        Exchange now = Exchange.of(shared, head);
        exchange = now;
        try {
            now.caller = peer.caller();
            Heads.check(head, shared.hosts(), shared.tls().isEmpty());
            Target target = Target.parse(head.uri());
            Found found = shared.router().find(head.method().name(), target, now.caller);
            now.route = found.route().path();
            now.method = head.method().name();
            Method known = Method.of(now.method).orElseThrow();
            long length = Heads.bodyLength(head, found.route(), known);
            now.expect(new Pending(known, target, Heads.headers(head), now.caller, found, length));
            phase = Phase.BODY;
            deadline.set(
                    shared.limits().body(),
                    () -> refuseLast(Problem.of(
                            408,
                            "too-slow",
                            "the request's body took more than "
                                    + shared.limits().body().toSeconds() + " s")));
            if (HttpUtil.is100ContinueExpected(head)) {
                channel.writeAndFlush(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
            }
            ask();
        } catch (Refused e) {
            boolean bodyComes = HttpUtil.isTransferEncodingChunked(head) || HttpUtil.getContentLength(head, 0L) > 0;
            refuse(e.problem(), bodyComes);
        } catch (NumberFormatException e) {
            refuseLast(Problem.of(400, "bad-header", "Content-Length", "no number", "a number"));
        }
    }

    private void body(HttpContent content) {
        try {
            exchange.add(content.content());
            if (content instanceof LastHttpContent) {
                dispatch(exchange);
            } else {
                ask();
            }
        } catch (Refused e) {
            refuse(e.problem(), !(content instanceof LastHttpContent));
        }
    }

    private void dispatch(Exchange asked) throws Refused {
        phase = Phase.ANSWERING;
        deadline.set(
                shared.limits().body(),
                () -> refuseLast(Problem.of(
                                503,
                                "no-answer",
                                "the controller did not answer in time; whether it was done is not known")
                        .with("retry-after", "1")));
        CompletionStage<? extends Response> coming;
        try {
            coming = asked.request()
                    .found
                    .route()
                    .handler()
                    .answer(asked.request().whole());
        } catch (RuntimeException e) { // the top of a loop: a fault in a handler costs one answer
            failed(e);
            return;
        }
        coming.whenComplete((response, fault) -> channel.eventLoop().execute(() -> {
            if (exchange == asked && phase == Phase.ANSWERING) {
                if (fault == null) {
                    answer(response);
                } else {
                    failed(fault);
                }
            }
        }));
    }

    private void failed(Throwable fault) {
        shared.events().failed(exchange.route, fault);
        respond(Response.of(Problem.of(500, "fault", "the controller has a fault here; its log says more")), false);
    }

    private void answer(Response response) {
        switch (response) {
            case Response.Whole whole -> respond(whole, false);
            case Response.Watching watching -> watch(watching.after());
        }
    }

    private void refuse(Problem problem, boolean last) {
        shared.events().refused(exchange.caller, peer.name(), problem.code(), problem.detail());
        respond(Response.of(problem), last);
    }

    private void refuseLast(Problem problem) {
        refuse(problem, true);
    }

    private void respond(Response.Whole whole, boolean last) {
        Exchange answered = exchange;
        boolean stays = answered.keepAlive && !last;
        phase = stays ? Phase.ANSWERING : Phase.LEAVING;
        answered.release();
        deadline.set(shared.limits().answer(), () -> cut("an answer was not taken in time"));
        FullHttpResponse text = Answers.of(whole, answered.knownTags, answered.isHead, !stays);
        channel.writeAndFlush(text).addListener(written -> {
            answered.answered(whole.status());
            if (!written.isSuccess()) {
                channel.close();
            } else if (stays) {
                waitForHead(shared.limits().idle());
            } else {
                leave();
            }
        });
    }

    /** Closes without losing the answer: octets that still come in would make the kernel throw it away (RFC 9112 section 9.6). */
    private void leave() {
        if (channel instanceof DuplexChannel plain && shared.tls().isEmpty()) {
            plain.shutdownOutput();
            deadline.set(LINGER, channel::close);
            ask();
        } else {
            channel.close();
        }
    }

    private void watch(long after) {
        try {
            watcher = Watcher.begin(shared, channel, deadline, peer, after, this::cut);
        } catch (Refused e) {
            refuse(e.problem(), false);
            return;
        }
        phase = Phase.WATCHING;
        exchange.release();
        exchange.answered(200);
        ask();
    }

    private void cut(String reason) {
        shared.events().cut(peer.name(), reason);
        channel.close();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext at) {
        if (watcher != null) {
            watcher.pump();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext at) {
        deadline.clear();
        exchange.release();
        phase = Phase.LEAVING;
        if (watcher != null) {
            watcher.gone();
            watcher = null;
        }
        shared.connections().decrementAndGet();
        shared.count();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext at, Throwable cause) {
        Throwable inner = cause instanceof DecoderException && cause.getCause() != null ? cause.getCause() : cause;
        switch (inner) {
            case SSLException refused -> cut("TLS: " + refused.getMessage());
            case IOException _ -> channel.close(); // a reset by the peer is its own affair
            default -> {
                shared.events().failed(exchange.route, cause);
                channel.close();
            }
        }
    }
}
