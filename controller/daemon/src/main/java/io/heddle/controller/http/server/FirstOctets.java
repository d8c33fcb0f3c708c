package io.heddle.controller.http.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Sits before the decoder and tells its connection that a request begins. */
final class FirstOctets extends ChannelInboundHandlerAdapter {

    private final Connection connection;

    FirstOctets(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        connection.headBegins();
        context.fireChannelRead(message);
    }
}
