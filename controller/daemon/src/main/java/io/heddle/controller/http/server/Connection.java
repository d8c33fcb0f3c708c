package io.heddle.controller.http.server;

import io.heddle.controller.http.message.Method;
import io.heddle.controller.http.message.Problem;
import io.heddle.controller.http.message.Refused;
import io.heddle.controller.http.message.Response;
import io.heddle.controller.http.message.Target;
import io.heddle.controller.http.route.Router.Found;
import io.heddle.controller.tls.Caller;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
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
import java.util.Optional;
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
    private boolean keepAlive;
    private boolean isHead;
    private Optional<String> knownTags = Optional.empty();
    private Caller caller = Caller.NOBODY;
    private String method = "-";
    private String route = "-";
    private long began;
    private int number;
    private long reserved;
    private @Nullable Pending pending;
    private @Nullable EventStream stream;

    Connection(Shared shared, Channel channel) {
        this.shared = shared;
        this.channel = channel;
        deadline = new Deadline(channel.eventLoop());
        peer = new PeerName(shared, channel);
    }

    @Override
    public void channelActive(ChannelHandlerContext at) {
        waitForHead(shared.limits().head());
    }

    private void waitForHead(Duration patience) {
        phase = Phase.IDLE;
        headBegan = false;
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
        began = shared.nanos().getAsLong();
        number++;
        method = "-";
        route = "-";
        keepAlive = HttpUtil.isKeepAlive(head);
        isHead = head.method().name().equals("HEAD");
        knownTags = Optional.ofNullable(head.headers().get("if-none-match"));
        caller = Caller.NOBODY;
        try {
            caller = peer.caller();
            Heads.check(head, shared.hosts(), shared.tls().isEmpty());
            Target target = Target.parse(head.uri());
            Found found = shared.router().find(head.method().name(), target, caller);
            route = found.route().path();
            method = head.method().name();
            Method known = Method.of(method).orElseThrow();
            long length = Heads.bodyLength(head, found.route(), known);
            pending = new Pending(known, target, Heads.headers(head), caller, found, length);
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
        Pending request = pending;
        if (request == null) {
            throw new IllegalStateException("a body without request");
        }
        try {
            int more = content.content().readableBytes();
            if (more > 0 && !shared.bodies().take(more)) {
                throw new Refused(Problem.of(503, "busy", "too many large requests at once; come back in a second")
                        .with("retry-after", "1"));
            }
            reserved += more;
            request.add(content.content());
            if (content instanceof LastHttpContent) {
                dispatch(request);
            } else {
                ask();
            }
        } catch (Refused e) {
            refuse(e.problem(), !(content instanceof LastHttpContent));
        }
    }

    private void dispatch(Pending request) throws Refused {
        pending = null;
        phase = Phase.ANSWERING;
        int mine = number;
        deadline.set(
                shared.limits().body(),
                () -> refuseLast(Problem.of(
                                503,
                                "no-answer",
                                "the controller did not answer in time; whether it was done is not known")
                        .with("retry-after", "1")));
        CompletionStage<? extends Response> coming;
        try {
            coming = request.found.route().handler().answer(request.whole());
        } catch (RuntimeException e) { // the top of a loop: a fault in a handler costs one answer
            failed(e);
            return;
        }
        coming.whenComplete((response, fault) -> channel.eventLoop().execute(() -> {
            if (number == mine && phase == Phase.ANSWERING) {
                if (fault == null) {
                    answer(response);
                } else {
                    failed(fault);
                }
            }
        }));
    }

    private void failed(Throwable fault) {
        shared.events().failed(route, fault);
        respond(Response.of(Problem.of(500, "fault", "the controller has a fault here; its log says more")), false);
    }

    private void answer(Response response) {
        switch (response) {
            case Response.Whole whole -> respond(whole, false);
            case Response.Watching watching -> watch(watching.after());
        }
    }

    private void refuse(Problem problem, boolean last) {
        shared.events().refused(caller, peer.name(), problem.code(), problem.detail());
        respond(Response.of(problem), last);
    }

    private void refuseLast(Problem problem) {
        refuse(problem, true);
    }

    private void respond(Response.Whole whole, boolean last) {
        boolean stays = keepAlive && !last;
        phase = stays ? Phase.ANSWERING : Phase.LEAVING;
        pending = null;
        giveBack();
        int status = whole.status();
        deadline.set(shared.limits().answer(), () -> cut("an answer was not taken in time"));
        channel.writeAndFlush(Answers.of(whole, knownTags, isHead, !stays)).addListener(written -> {
            shared.events().answered(method, route, status, shared.nanos().getAsLong() - began);
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
        if (shared.watchers().incrementAndGet() > shared.limits().watchers()) {
            shared.watchers().decrementAndGet();
            refuse(
                    Problem.of(
                                    503,
                                    "too-many-watchers",
                                    "watchers: at most " + shared.limits().watchers())
                            .with("retry-after", "10"),
                    false);
            return;
        }
        phase = Phase.WATCHING;
        giveBack();
        shared.count();
        shared.events().answered(method, route, 200, shared.nanos().getAsLong() - began);
        stream = EventStream.begin(channel, shared.log(), after);
        beatLater(false);
        ask();
    }

    /** A sign of life now and then, a look at the certificate, and a watcher that took nothing for two beats is cut off. */
    private void beatLater(boolean wasStuck) {
        deadline.set(shared.limits().heartbeat(), () -> {
            EventStream current = stream;
            if (current == null) {
                return;
            }
            boolean stuck = !channel.isWritable();
            Optional<String> doubt = peer.doubt();
            if (current.hasEnded() || (stuck && wasStuck)) {
                cut("a watcher takes nothing");
            } else if (doubt.isPresent()) {
                current.end("the certificate is not believed any more");
                deadline.set(LINGER, channel::close);
            } else {
                current.beat();
                beatLater(stuck);
            }
        });
    }

    private void cut(String reason) {
        shared.events().cut(peer.name(), reason);
        channel.close();
    }

    private void giveBack() {
        shared.bodies().giveBack(reserved);
        reserved = 0;
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext at) {
        if (stream != null) {
            stream.pump();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext at) {
        deadline.clear();
        giveBack();
        phase = Phase.LEAVING;
        if (stream != null) {
            stream.gone();
            stream = null;
            shared.watchers().decrementAndGet();
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
                shared.events().failed(route, cause);
                channel.close();
            }
        }
    }
}
