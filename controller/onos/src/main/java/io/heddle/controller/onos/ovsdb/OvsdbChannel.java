package io.heddle.controller.onos.ovsdb;

import io.heddle.controller.onos.SwitchTls;
import io.heddle.json.Json;
import io.heddle.json.JsonText;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSession;

/**
 * One connection to a database: questions and their answers, updates, and probes both ways (RFC 7047 section 4.1.11). Whatever is wrong with
 * what comes ends it, with the reason. Used on the channel's thread.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a failed write ends the channel
final class OvsdbChannel extends ChannelInboundHandlerAdapter {

    private static final int MOST_SILENT_TICKS = 3;

    /** What a connection tells; on its thread. */
    interface Listener {

        void opened(OvsdbChannel channel);

        /** Updates of the tables that were asked for. */
        void updated(Json tables) throws BadMessage;

        /** Another client took a lock that this one had (RFC 7047 section 4.1.10). */
        void stolen();

        /** Told once, and nothing after it. */
        void closed(String reason);
    }

    private final Channel channel;
    private final Listener listener;
    private final Duration tick;
    private final Optional<SwitchTls> tls;
    private final String device;
    private final Map<Long, CompletableFuture<Json>> asked = new TreeMap<>();
    private long next;
    private int silentTicks;
    private String reason = "the switch closed the connection";

    /** @param device what the other end's certificate must say it is, with TLS */
    OvsdbChannel(Channel channel, Listener listener, Duration tick, Optional<SwitchTls> tls, String device) {
        this.tls = tls;
        this.device = device;
        this.channel = channel;
        this.listener = listener;
        this.tick = tick;
    }

    /** The result; fails with a {@link BadMessage} if the switch answers with an error. Never completes if the channel ends. */
    CompletableFuture<Json> ask(String method, List<Json> params) {
        CompletableFuture<Json> answer = new CompletableFuture<>();
        long id = next++;
        asked.put(id, answer);
        send(new Rpc.Request(method, params, Json.number(id)).json());
        return answer;
    }

    private void send(Json message) {
        if (!channel.isWritable()) {
            end("it does not read what it is sent");
            return;
        }
        channel.writeAndFlush(Unpooled.wrappedBuffer(message.toString().getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        channel.eventLoop().schedule(this::look, tick.toNanos(), TimeUnit.NANOSECONDS);
        if (tls.isEmpty()) {
            listener.opened(this);
        }
    }

    private void look() {
        if (!channel.isActive()) {
            return;
        }
        silentTicks++;
        if (silentTicks > MOST_SILENT_TICKS) {
            end("silent for " + silentTicks + " times " + tick.toMillis() + " ms");
            return;
        }
        if (silentTicks > 1) {
            ask("echo", List.of());
        }
        channel.eventLoop().schedule(this::look, tick.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        silentTicks = 0;
        try {
            heard(Rpc.read(JsonText.read((byte[]) message)));
        } catch (JsonText.NotJson | BadMessage e) {
            end("it sent garbage: " + Excerpt.of(String.valueOf(e.getMessage())));
        }
    }

    private void heard(Rpc message) throws BadMessage {
        switch (message) {
            case Rpc.Request(String method, List<Json> params, Json id)
            when method.equals("echo") -> send(new Rpc.Reply(Json.items(params), new Json.Null(), id).json());
            case Rpc.Request(String method, List<Json> params, Json _)
            when method.equals("update") -> {
                if (params.size() != 2) {
                    throw new BadMessage("an update with " + params.size() + " parameters, expected 2");
                }
                listener.updated(params.get(1));
            }
            case Rpc.Request(String method, List<Json> _, Json _) when method.equals("stolen") -> listener.stolen();
            case Rpc.Request(String method, List<Json> _, Json _) when method.equals("locked") -> {
                // Section 4.1.9: the thief let go before our unlock came, which lets go of it too.
            }
            case Rpc.Request(String method, List<Json> _, Json _) ->
                throw new BadMessage(
                        "it asks for '" + Excerpt.of(method) + "', expected echo, update, locked or stolen");
            case Rpc.Reply(Json result, Json error, Json id) -> answered(result, error, id);
        }
    }

    private void answered(Json result, Json error, Json id) throws BadMessage {
        CompletableFuture<Json> answer = id instanceof Json.Numeral(BigDecimal number) && Shape.isWhole(number)
                ? asked.remove(number.longValue())
                : null;
        if (answer == null) {
            throw new BadMessage("an answer to " + Excerpt.of(id) + ", which was not asked");
        }
        if (error instanceof Json.Null) {
            answer.complete(result);
        } else {
            answer.completeExceptionally(new BadMessage(Excerpt.of(error)));
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof SslHandshakeCompletionEvent shaken) {
            if (!shaken.isSuccess()) {
                end(SwitchTls.reason(shaken.cause()));
                return;
            }
            SSLSession session =
                    context.pipeline().get(SslHandler.class).engine().getSession();
            tls.flatMap(each -> each.doubt(session, device)).ifPresentOrElse(this::end, () -> listener.opened(this));
            return;
        }
        if (event instanceof JsonFrames.Garbage(String why)) {
            end("it sent garbage: " + why);
        }
    }

    /** Ends the connection. */
    void end(String why) {
        if (channel.isOpen()) {
            reason = why;
            channel.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        listener.closed(reason);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        end(SwitchTls.reason(cause));
    }
}
