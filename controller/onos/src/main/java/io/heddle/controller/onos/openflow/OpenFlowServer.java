package io.heddle.controller.onos.openflow;

import io.heddle.controller.onos.SwitchTls;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Listens for switches, on TCP (port 6653 by IANA) or on a socket file. One thread serves all channels. */
@SuppressWarnings("FutureReturnValueIgnored") // a loop that never bound anything is left to end by itself
public final class OpenFlowServer implements AutoCloseable {

    private static final WriteBufferWaterMark WATER = new WriteBufferWaterMark(64 << 10, 256 << 10);

    private final EventLoopGroup loop;
    private final ChannelGroup channels;
    private final Channel listener;

    private OpenFlowServer(EventLoopGroup loop, ChannelGroup channels, Channel listener) {
        this.loop = loop;
        this.channels = channels;
        this.listener = listener;
    }

    /**
     * Binds and begins to accept.
     *
     * @param tick how often a silent channel is looked at; three ticks without a byte end it
     */
    public static OpenFlowServer listen(SocketAddress address, SwitchEvents events, Duration tick)
            throws InterruptedException {
        return listen(address, events, tick, Optional.empty());
    }

    /** The same, with TLS where it is given. */
    public static OpenFlowServer listen(
            SocketAddress address, SwitchEvents events, Duration tick, Optional<SwitchTls> tls)
            throws InterruptedException {
        EventLoopGroup loop = new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory("heddle-openflow", true), NioIoHandler.newFactory());
        ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
        Datapaths datapaths = new Datapaths();
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(loop)
                .channel(
                        address instanceof UnixDomainSocketAddress
                                ? NioServerDomainSocketChannel.class
                                : NioServerSocketChannel.class)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WATER)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channels.add(channel);
                        tls.ifPresent(each -> channel.pipeline().addLast(new SslHandler(each.server())));
                        channel.pipeline()
                                .addLast(new Frames(), new SwitchChannel(channel, events, datapaths, tick, tls));
                    }
                });
        boolean bound = false;
        try {
            Channel listener = bootstrap.bind(address).sync().channel();
            bound = true;
            return new OpenFlowServer(loop, channels, listener);
        } finally {
            if (!bound) {
                loop.shutdownGracefully();
            }
        }
    }

    public SocketAddress address() {
        return listener.localAddress();
    }

    /** Ends every channel. Switches keep forwarding. Doing it again does nothing. */
    @Override
    public void close() {
        if (loop.isShuttingDown()) {
            return;
        }
        listener.close().syncUninterruptibly();
        // The loop's own end leaves sockets open, and a switch would not come back before it has probed one in vain.
        channels.close().syncUninterruptibly();
        loop.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
