package io.heddle.controller.http.server;

import io.heddle.controller.tls.CurrentTls;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.handler.ssl.SslHandler;

/** Gives a new connection its handlers, or none when there are too many. */
@SuppressWarnings("FutureReturnValueIgnored") // a failed write or close is an exception or the end of the channel
final class Accepting extends ChannelInitializer<Channel> {

    private static final int MAX_FIRST_LINE = 4096;
    private static final int MAX_PART = 64 << 10;

    private final Shared shared;

    Accepting(Shared shared) {
        this.shared = shared;
    }

    @Override
    protected void initChannel(Channel channel) {
        int limit = shared.limits().connections();
        if (shared.connections().incrementAndGet() > limit) {
            shared.connections().decrementAndGet();
            shared.events().cut(String.valueOf(channel.remoteAddress()), "more than " + limit + " connections");
            channel.close();
            return;
        }
        shared.count();
        for (CurrentTls each : shared.tls().stream().toList()) {
            SslHandler tls = new SslHandler(each.server());
            tls.setHandshakeTimeoutMillis(shared.limits().head().toMillis());
            channel.pipeline().addLast(tls);
        }
        Connection connection = new Connection(shared, channel);
        channel.pipeline()
                .addLast(
                        new FirstOctets(connection),
                        new HttpServerCodec(new HttpDecoderConfig()
                                .setMaxInitialLineLength(MAX_FIRST_LINE)
                                .setMaxHeaderSize(shared.limits().headerBytes())
                                .setMaxChunkSize(MAX_PART)),
                        new FlowControlHandler(),
                        connection);
    }
}
