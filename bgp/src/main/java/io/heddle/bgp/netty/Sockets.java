package io.heddle.bgp.netty;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.channel.WriteBufferWaterMark;

/** What all our sockets have in common. */
final class Sockets {

    /** What one read takes at most, and how often in a row: then it is the others' turn. */
    private static final RecvByteBufAllocator READS =
            new FixedRecvByteBufAllocator(2 * Pump.FILL).maxMessagesPerRead(2);

    private static final WriteBufferWaterMark WRITES = new WriteBufferWaterMark(Pump.FILL / 2, Pump.FILL);
    private static final int CONNECT_TIMEOUT_MILLIS = 30_000;
    private static final int BACKLOG = 1024;

    private Sockets() {}

    /** Reads nothing before it is told to. */
    static Bootstrap client(EventLoop eventLoop, Platform platform) {
        return new Bootstrap()
                .group(eventLoop)
                .channel(platform.socket())
                .option(ChannelOption.AUTO_READ, false)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MILLIS)
                .option(ChannelOption.WRITE_BUFFER_WATER_MARK, WRITES)
                .option(ChannelOption.RECVBUF_ALLOCATOR, READS);
    }

    /** Its children read nothing before they are told to. */
    static ServerBootstrap server(EventLoop eventLoop, Platform platform) {
        return new ServerBootstrap()
                .group(eventLoop)
                .channel(platform.serverSocket())
                .option(ChannelOption.SO_REUSEADDR, true)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.AUTO_READ, false)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WRITES)
                .childOption(ChannelOption.RECVBUF_ALLOCATOR, READS);
    }
}
