package io.heddle.bgp.netty;

import io.heddle.bgp.netty.clock.MonotonicClock;
import io.heddle.bgp.speaker.DynamicPeers;
import io.heddle.bgp.speaker.Speaker;
import io.heddle.bgp.speaker.SpeakerConfig;
import io.heddle.bgp.speaker.SpeakerPeer;
import io.heddle.bgp.wire.AddressFamilies;
import io.netty.channel.EventLoop;
import io.netty.channel.SingleThreadIoEventLoop;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.RejectedExecutionHandlers;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** A speaker that listens and connects. Thread-safe: everything is done on the speaker's own thread. */
public final class BgpServer implements AutoCloseable {

    /** How long tasks may keep the loop from its sockets. */
    private static final long TASK_MILLIS = 1;

    private static final int MAX_TASKS = Integer.MAX_VALUE;

    private final EventLoop eventLoop;
    private final Loop loop;
    private final Listeners listeners;

    private BgpServer(EventLoop eventLoop, Loop loop, Listeners listeners) {
        this.eventLoop = eventLoop;
        this.loop = loop;
        this.listeners = listeners;
    }

    /**
     * Starts a speaker without peers.
     *
     * @param families what it can exchange
     * @param random for jitter, see {@link Speaker}
     * @param troubles told of programming errors that cost a connection
     */
    public static BgpServer start(
            SpeakerConfig config,
            AddressFamilies families,
            TransportOptions options,
            RandomGenerator random,
            Consumer<Throwable> troubles) {
        Platform platform = Platform.of(options.epoll());
        EventLoop eventLoop = new SingleThreadIoEventLoop(
                null,
                new DefaultThreadFactory("heddle-bgp", true),
                platform.handlers(),
                MAX_TASKS,
                RejectedExecutionHandlers.reject(),
                TASK_MILLIS);
        Loop loop = new Loop(
                eventLoop,
                platform,
                options,
                new MonotonicClock(),
                troubles,
                driver -> new Speaker(config, families, random, driver));
        BgpServer server = new BgpServer(eventLoop, loop, new Listeners(platform, loop));
        try {
            server.listeners.listen(eventLoop, options.listen());
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
        return server;
    }

    /** Where it listens. */
    public List<InetSocketAddress> addresses() {
        return listeners.addresses();
    }

    /** Adds a peer and starts its session; its number. */
    public int addPeer(SpeakerPeer peer) {
        return ask((speaker, now) -> {
                    listeners.expect(peer.peer().transport());
                    return speaker.addPeer(peer, now);
                })
                .join();
    }

    public void addDynamicPeers(DynamicPeers range) {
        tell((speaker, _) -> speaker.addDynamicPeers(range)).join();
    }

    /** Asks the speaker something on its thread. */
    public <T> CompletableFuture<T> ask(SpeakerCall<T> call) {
        return CompletableFuture.supplyAsync(() -> loop.call(call), eventLoop);
    }

    public CompletableFuture<Void> tell(SpeakerTask task) {
        return CompletableFuture.runAsync(() -> loop.run(task), eventLoop);
    }

    /** Open connections that peers opened. */
    public int acceptedConnections() {
        return CompletableFuture.supplyAsync(() -> loop.admission().open(), eventLoop)
                .join();
    }

    /** Connections that were refused since the start because there were too many. */
    public long refusedConnections() {
        return CompletableFuture.supplyAsync(() -> loop.admission().refused(), eventLoop)
                .join();
    }

    /** Closes all connections without farewell and stops. For an orderly end stop the sessions first. */
    @Override
    public void close() {
        listeners.close();
        CompletableFuture.runAsync(loop::closeAll, eventLoop).join();
        eventLoop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
