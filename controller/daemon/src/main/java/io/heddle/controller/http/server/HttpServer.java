package io.heddle.controller.http.server;

import io.heddle.controller.http.route.Router;
import io.heddle.controller.http.watch.WatchLog;
import io.heddle.controller.tls.CurrentTls;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/** The listening server. */
@SuppressWarnings("FutureReturnValueIgnored") // a failed write or close is an exception or the end of the channel
public final class HttpServer implements AutoCloseable {

    private static final int BACKLOG = 1024;
    private static final WriteBufferWaterMark WRITES = new WriteBufferWaterMark(32 << 10, 64 << 10);
    private static final int REFRESH_SECONDS = 5;
    private static final int QUIET_MILLIS = 0;
    private static final int STOP_MILLIS = 2_000;

    private final MultiThreadIoEventLoopGroup loops;
    private final Channel listener;

    private HttpServer(MultiThreadIoEventLoopGroup loops, Channel listener) {
        this.loops = loops;
        this.listener = listener;
    }

    /**
     * Listens.
     *
     * @param clock for the last days of certificates
     * @param nanos for the time that answers take
     * @throws IOException when it cannot listen there
     */
    public static HttpServer start(
            ServerOptions options,
            Router router,
            WatchLog log,
            ServerEvents events,
            InstantSource clock,
            LongSupplier nanos)
            throws IOException {
        boolean epoll = Epoll.isAvailable();
        MultiThreadIoEventLoopGroup loops = new MultiThreadIoEventLoopGroup(
                options.threads(), epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
        Shared shared = new Shared(
                router,
                log,
                options.limits(),
                events,
                options.tls(),
                options.hosts(),
                clock,
                nanos,
                new Budget(options.limits().bodyBytes()),
                new AtomicInteger(),
                new AtomicInteger());
        var bound = new ServerBootstrap()
                .group(loops)
                .channel(epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.AUTO_READ, false)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, false)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WRITES)
                .childHandler(new Accepting(shared))
                .bind(options.address())
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            loops.shutdownGracefully(QUIET_MILLIS, STOP_MILLIS, TimeUnit.MILLISECONDS);
            throw new IOException("cannot listen on " + options.address() + ": "
                    + bound.cause().getMessage());
        }
        options.tls().ifPresent(tls -> loops.next()
                .scheduleWithFixedDelay(
                        () -> refresh(tls, events), REFRESH_SECONDS, REFRESH_SECONDS, TimeUnit.SECONDS));
        return new HttpServer(loops, bound.channel());
    }

    private static void refresh(CurrentTls tls, ServerEvents events) {
        switch (tls.refresh()) {
            case CurrentTls.Refreshed.Same _ -> {}
            case CurrentTls.Refreshed.Renewed _ -> events.certificates(true, "read again");
            case CurrentTls.Refreshed.Kept kept -> events.certificates(false, kept.reason());
        }
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) listener.localAddress();
    }

    @Override
    public void close() {
        listener.close().awaitUninterruptibly();
        loops.shutdownGracefully(QUIET_MILLIS, STOP_MILLIS, TimeUnit.MILLISECONDS)
                .awaitUninterruptibly();
    }
}
