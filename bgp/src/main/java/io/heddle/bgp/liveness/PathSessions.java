package io.heddle.bgp.liveness;

import io.heddle.bgp.bfd.BfdEffect;
import io.heddle.bgp.bfd.BfdPath;
import io.heddle.bgp.bfd.BfdSpeaker;
import io.heddle.bgp.bfd.BfdTimers;
import io.heddle.bgp.bfd.BfdUdp;
import io.heddle.bgp.bfd.BfdWatcher;
import io.heddle.bgp.netty.BgpServer;
import io.heddle.bgp.netty.PathWatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * A BFD session for each BGP peer that asks for one, on a thread of its own: neither waits for the other. Its sockets are in the network
 * namespace of the thread that starts it. Thread-safe.
 */
public final class PathSessions implements AutoCloseable {

    private final BfdUdp udp;
    private final Thread thread;
    private final Consumer<Throwable> troubles;
    /** Both are touched by the thread of BFD alone. */
    private final Map<Client, Integer> sessions = new HashMap<>();

    private final Map<Integer, Consumer<BfdEffect.Down>> broken = new HashMap<>();

    /** A peer of a speaker. */
    private record Client(BgpServer server, int peer) {}

    private PathSessions(LongSupplier clock, RandomGenerator random, Consumer<Throwable> troubles) throws IOException {
        this.troubles = troubles;
        udp = new BfdUdp(clock, random, new Watcher());
        thread = Thread.ofPlatform().daemon().name("heddle-bfd").unstarted(this::run);
    }

    /**
     * Opens the sockets and serves them.
     *
     * @param clock nanoseconds, as {@link System#nanoTime}
     * @param random for discriminators, source ports and jitter
     * @param troubles told when it can serve no longer
     */
    public static PathSessions start(LongSupplier clock, RandomGenerator random, Consumer<Throwable> troubles)
            throws IOException {
        PathSessions sessions = new PathSessions(clock, random, troubles);
        sessions.thread.start();
        return sessions;
    }

    /** Watches the paths of a speaker's peers from now on. */
    public void serve(BgpServer server) {
        server.watchPaths(new PathWatch() {
            @Override
            public void watch(int peer, BfdPath path, BfdTimers timers) {
                later((speaker, now) -> add(new Client(server, peer), path, timers, speaker, now));
            }

            @Override
            public void unwatch(int peer) {
                later((speaker, _) -> remove(new Client(server, peer), speaker));
            }
        });
    }

    /**
     * Watches a path for as long as this is open.
     *
     * @param down told on the thread of these sessions when the path breaks, not when the peer takes its session down on purpose
     */
    public void watch(BfdPath path, BfdTimers timers, Consumer<BfdEffect.Down> down) {
        later((speaker, now) -> broken.put(speaker.add(path, timers, false, now), down));
    }

    private void add(Client client, BfdPath path, BfdTimers timers, BfdSpeaker speaker, long now) {
        remove(client, speaker);
        int session = speaker.add(path, timers, false, now);
        sessions.put(client, session);
        broken.put(session, down -> tell(client, session, down));
    }

    private void tell(Client client, int session, BfdEffect.Down down) {
        try {
            var _ = client.server()
                    .tell((speaker, now) -> speaker.pathDown(client.peer(), down.forwarding(), now))
                    .exceptionally(trouble -> {
                        troubles.accept(trouble);
                        return null;
                    });
        } catch (RejectedExecutionException e) {
            // The speaker has stopped.
            broken.remove(session);
        }
    }

    private void remove(Client client, BfdSpeaker speaker) {
        Integer session = sessions.remove(client);
        if (session != null) {
            broken.remove(session);
            speaker.remove(session);
        }
    }

    private void later(BfdUdp.Task task) {
        try {
            udp.later(task);
        } catch (IOException e) {
            troubles.accept(e);
        }
    }

    private void run() {
        try {
            udp.run();
        } catch (IOException | RuntimeException e) {
            troubles.accept(e);
        }
    }

    /** Stops without a word to the peers: to them the paths fail. */
    @Override
    public void close() {
        try {
            udp.close();
            thread.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Watcher implements BfdWatcher {

        @Override
        public void up(int session) {
            // A session that is down comes up by itself.
        }

        @Override
        public void down(int session, BfdEffect.Down down) {
            Consumer<BfdEffect.Down> listener = broken.get(session);
            if (listener != null && !down.administrative()) {
                listener.accept(down);
            }
        }
    }
}
