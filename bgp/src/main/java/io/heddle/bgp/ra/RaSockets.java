package io.heddle.bgp.ra;

import io.heddle.bgp.linux.Datagram;
import io.heddle.bgp.linux.DatagramEndpoint;
import io.heddle.bgp.linux.Waiting;
import io.heddle.model.net.Mac;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Router advertisements on the wire: one raw ICMPv6 socket in the network namespace of the thread that makes it, served by {@link #run}.
 * Needs {@code CAP_NET_RAW}.
 */
public final class RaSockets implements AutoCloseable {

    private final LongSupplier clock;
    private final RandomGenerator random;
    private final RaWatcher watcher;
    private final DatagramEndpoint socket;
    private final Waiting waiting = new Waiting();
    private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Map<String, Advertised> links = new LinkedHashMap<>();
    private long unsent;
    private volatile boolean closing;

    private record Advertised(RaLink link, Mac mac) {}

    /**
     * A socket without links.
     *
     * @param clock nanoseconds, as {@link System#nanoTime}
     * @param watcher told on the thread of {@link #run}
     */
    public RaSockets(LongSupplier clock, RandomGenerator random, RaWatcher watcher) throws IOException {
        this.clock = clock;
        this.random = random;
        this.watcher = watcher;
        this.socket =
                DatagramEndpoint.icmpV6(NeighborDiscovery.ROUTER_SOLICITATION, NeighborDiscovery.ROUTER_ADVERTISEMENT);
    }

    /** Advertises on an interface and listens for its routers. Any thread may call. */
    public void add(String networkInterface, Mac mac, RaTimers timers) throws IOException {
        socket.join(NeighborDiscovery.ALL_ROUTERS, networkInterface);
        tasks.add(() -> links.put(
                networkInterface,
                new Advertised(new RaLink(networkInterface, timers, random, watcher, clock.getAsLong()), mac)));
        waiting.wake();
    }

    /** Says nothing more on an interface. Any thread may call. */
    public void remove(String networkInterface) throws IOException {
        tasks.add(() -> links.remove(networkInterface));
        waiting.wake();
    }

    /** Serves until closed. */
    public void run() throws IOException {
        try (socket;
                waiting) {
            while (!closing) {
                long wakeAt = Long.MAX_VALUE;
                for (Advertised each : links.values()) {
                    wakeAt = Math.min(wakeAt, each.link().wakeAt());
                }
                waiting.on(List.of(socket), wakeAt == Long.MAX_VALUE ? wakeAt : wakeAt - clock.getAsLong());
                for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                    task.run();
                }
                for (Optional<Datagram> next = socket.receive(); next.isPresent(); next = socket.receive()) {
                    take(next.get());
                }
                links.forEach(this::tick);
            }
        }
    }

    private void take(Datagram datagram) {
        Advertised link = links.get(datagram.networkInterface());
        if (link != null) {
            NeighborMessage message = NeighborDiscovery.decode(datagram.bytes(), datagram.source(), datagram.hops());
            link.link().received(datagram.source(), message, clock.getAsLong());
        }
    }

    private void tick(String networkInterface, Advertised link) {
        if (link.link().tick(clock.getAsLong())) {
            byte[] bytes = NeighborDiscovery.advertisement(link.link().timers().lifetime(), link.mac());
            try {
                socket.send(bytes, NeighborDiscovery.ALL_NODES, 0, networkInterface);
            } catch (IOException e) {
                // The link may be down just now; the next one is due soon enough.
                unsent++;
            }
        }
    }

    /** Advertisements that the kernel refused. */
    public long unsent() {
        return unsent;
    }

    @Override
    public void close() throws IOException {
        closing = true;
        waiting.wake();
    }
}
