package io.heddle.bgp.netty;

import io.heddle.bgp.netty.clock.MonotonicClock;
import io.heddle.bgp.speaker.Speaker;
import io.heddle.bgp.speaker.SpeakerConfig;
import io.heddle.bgp.wire.AddressFamilies;
import io.netty.channel.EventLoop;
import io.netty.channel.SingleThreadIoEventLoop;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.RejectedExecutionHandlers;
import java.net.InetSocketAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Many speakers on one thread and one set of listeners. Each has its own tables, so that what the peers of one say cannot reach the peers
 * of another; a connection goes to the speaker that knows the address it comes from. Dynamic peers need a server of their own.
 */
public final class BgpHost implements AutoCloseable {

    /** How long tasks may keep the loop from its sockets. */
    private static final long TASK_MILLIS = 1;

    private static final int MAX_TASKS = Integer.MAX_VALUE;

    private final TransportOptions options;
    private final Consumer<Throwable> troubles;
    private final Platform platform;
    private final EventLoop eventLoop;
    private final Listeners listeners;
    private final Scratch scratch = new Scratch();
    private final MonotonicClock clock = new MonotonicClock();
    private final Set<Loop> loops = new LinkedHashSet<>();

    BgpHost(TransportOptions options, Consumer<Throwable> troubles) {
        this.options = options;
        this.troubles = troubles;
        platform = Platform.of(options.epoll());
        eventLoop = new SingleThreadIoEventLoop(
                null,
                new DefaultThreadFactory("heddle-bgp", true),
                platform.handlers(),
                MAX_TASKS,
                RejectedExecutionHandlers.reject(),
                TASK_MILLIS);
        listeners = new Listeners(platform);
    }

    /**
     * Listens, without a speaker yet.
     *
     * @param troubles told of programming errors that cost a connection
     */
    public static BgpHost start(TransportOptions options, Consumer<Throwable> troubles) {
        BgpHost host = new BgpHost(options, troubles);
        host.listen();
        return host;
    }

    void listen() {
        try {
            listeners.listen(eventLoop, options.listen());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Adds a speaker without peers. Closing it leaves the others as they are. */
    public BgpServer speaker(SpeakerConfig config, AddressFamilies families, RandomGenerator random) {
        return new BgpServer(this, loop(config, families, random), false);
    }

    Loop loop(SpeakerConfig config, AddressFamilies families, RandomGenerator random) {
        return CompletableFuture.supplyAsync(
                        () -> {
                            Loop loop = new Loop(
                                    eventLoop,
                                    platform,
                                    options,
                                    clock,
                                    troubles,
                                    scratch,
                                    driver -> new Speaker(config, families, random, driver));
                            loops.add(loop);
                            return loop;
                        },
                        eventLoop)
                .join();
    }

    /** Where it listens. */
    public List<InetSocketAddress> addresses() {
        return listeners.addresses();
    }

    Listeners listeners() {
        return listeners;
    }

    EventLoop eventLoop() {
        return eventLoop;
    }

    void forget(Loop loop) {
        listeners.forget(loop);
        loop.closeAll();
        loops.remove(loop);
    }

    /** Closes all connections of all speakers without farewell and stops; once is enough. */
    @Override
    public void close() {
        if (eventLoop.isShuttingDown()) {
            return;
        }
        listeners.close();
        CompletableFuture.runAsync(() -> loops.forEach(Loop::closeAll), eventLoop)
                .join();
        eventLoop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
