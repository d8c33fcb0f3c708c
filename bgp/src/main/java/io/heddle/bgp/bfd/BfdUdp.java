package io.heddle.bgp.bfd;

import io.heddle.bgp.linux.Datagram;
import io.heddle.bgp.linux.DatagramEndpoint;
import io.heddle.bgp.linux.Waiting;
import io.heddle.model.net.IpAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * BFD on the wire: one thread's sockets, in the network namespace of the thread that makes it. {@link #run} serves them until
 * {@link #close}; whatever concerns sessions goes through {@link #later}, so that it happens on that thread too.
 */
public final class BfdUdp implements AutoCloseable {

    private static final int FIRST_SOURCE_PORT = 49_152;
    private static final int SOURCE_PORTS = 65_536 - FIRST_SOURCE_PORT;

    /** At each packet of a session that has no port yet: the address may not be there yet, and that takes none of them. */
    private static final int PORTS_TRIED = 32;

    private final LongSupplier clock;
    private final BfdWatcher watcher;
    private final BfdSpeaker speaker;
    private final Waiting waiting = new Waiting();
    private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final List<DatagramEndpoint> receiving = new ArrayList<>();
    private final Map<Integer, DatagramEndpoint> sending = new HashMap<>();
    private long wakeAt = BfdSession.NEVER;
    private int nextSourcePort;
    private long unsent;
    private volatile boolean closing;

    /**
     * Opens UDP 3784 and 4784, IPv4 and IPv6.
     *
     * @param clock nanoseconds, as {@link System#nanoTime}
     * @param watcher told of sessions on the thread of {@link #run}
     */
    public BfdUdp(LongSupplier clock, RandomGenerator random, BfdWatcher watcher) throws IOException {
        this.clock = clock;
        this.watcher = watcher;
        this.nextSourcePort = random.nextInt(SOURCE_PORTS);
        this.speaker = new BfdSpeaker(random, new Wire());
        for (int port : new int[] {BfdPath.SINGLE_HOP_PORT, BfdPath.MULTIHOP_PORT}) {
            receiving.add(DatagramEndpoint.udp(IpAddress.v4(0), port, ""));
            receiving.add(DatagramEndpoint.udp(IpAddress.v6(0, 0), port, ""));
        }
    }

    /** Runs something with the speaker on the serving thread; a session's {@link BfdSpeaker#add} belongs here. */
    public void later(Task task) throws IOException {
        tasks.add(() -> task.run(speaker, clock.getAsLong()));
        waiting.wake();
    }

    /** What is done with the speaker, and when. */
    @FunctionalInterface
    public interface Task {
        void run(BfdSpeaker speaker, long now);
    }

    /** Serves until closed. */
    public void run() throws IOException {
        try {
            while (!closing) {
                long now = clock.getAsLong();
                waiting.on(receiving, wakeAt == BfdSession.NEVER ? Long.MAX_VALUE : wakeAt - now);
                for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                    task.run();
                }
                for (int socket = 0; socket < receiving.size(); socket++) {
                    take(receiving.get(socket), socket >= 2);
                }
                if (clock.getAsLong() >= wakeAt) {
                    speaker.tick(clock.getAsLong());
                }
            }
        } finally {
            receiving.forEach(DatagramEndpoint::close);
            sending.values().forEach(DatagramEndpoint::close);
            waiting.close();
        }
    }

    private void take(DatagramEndpoint socket, boolean multihop) throws IOException {
        for (Optional<Datagram> next = socket.receive(); next.isPresent(); next = socket.receive()) {
            Datagram datagram = next.get();
            BfdArrival arrival = new BfdArrival(
                    datagram.source(), datagram.destination(), datagram.networkInterface(), datagram.hops(), multihop);
            speaker.received(arrival, datagram.bytes(), 0, datagram.bytes().length, clock.getAsLong());
        }
    }

    /** Packets that the kernel refused, for example because the link is down: to the peer they are lost like any other. */
    public long unsent() {
        return unsent;
    }

    @Override
    public void close() throws IOException {
        closing = true;
        waiting.wake();
    }

    private final class Wire implements BfdDriver {

        @Override
        public void send(int session, BfdPath path, byte[] packet) {
            try {
                DatagramEndpoint socket = sending.get(session);
                if (socket == null) {
                    socket = bind(path);
                    sending.put(session, socket);
                }
                String scope = path.remote().isLinkLocal() ? path.networkInterface() : "";
                socket.send(packet, path.remote(), path.port(), scope);
            } catch (IOException e) {
                unsent++;
            }
        }

        /** RFC 5881 section 4: one source port a session, 49152 to 65535, none used twice. */
        private DatagramEndpoint bind(BfdPath path) throws IOException {
            IOException last = new IOException("no source port");
            for (int tried = 0; tried < PORTS_TRIED; tried++) {
                nextSourcePort = (nextSourcePort + 1) % SOURCE_PORTS;
                try {
                    String scope = path.local().isLinkLocal() ? path.networkInterface() : "";
                    return DatagramEndpoint.udp(path.local(), FIRST_SOURCE_PORT + nextSourcePort, scope);
                } catch (IOException e) {
                    last = e;
                }
            }
            throw last;
        }

        @Override
        public void removed(int session) {
            DatagramEndpoint socket = sending.remove(session);
            if (socket != null) {
                socket.close();
            }
        }

        @Override
        public void up(int session) {
            watcher.up(session);
        }

        @Override
        public void down(int session, BfdEffect.Down down) {
            watcher.down(session, down);
        }

        @Override
        public void wakeAt(long nanos) {
            wakeAt = nanos;
        }
    }
}
