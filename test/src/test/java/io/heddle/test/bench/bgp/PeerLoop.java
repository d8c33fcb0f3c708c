package io.heddle.test.bench.bgp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One thread, one selector, all peers. */
final class PeerLoop implements AutoCloseable {

    private static final long TICK_NANOS = 20_000_000;

    private final Selector selector = Selector.open();
    private final ByteBuffer direct = ByteBuffer.allocateDirect(1 << 17);
    private final List<BenchPeer> peers = new ArrayList<>();

    PeerLoop() throws IOException {}

    BenchPeer add(Peer peer, Shape shape, @Nullable ReceivedRoutes routes) {
        BenchPeer added = new BenchPeer(selector, peer, shape, routes, direct, System.nanoTime());
        peers.add(added);
        return added;
    }

    void remove(BenchPeer peer) {
        peer.leave();
        peers.remove(peer);
    }

    List<BenchPeer> peers() {
        return peers;
    }

    /** Serves the sockets until something holds; false when it did not in time. */
    boolean until(BooleanSupplier done, Duration limit) throws IOException {
        long start = System.nanoTime();
        long ticked = start - TICK_NANOS;
        while (!done.getAsBoolean()) {
            long now = System.nanoTime();
            if (now - start > limit.toNanos()) {
                return false;
            }
            if (now - ticked >= TICK_NANOS) {
                ticked = now;
                for (BenchPeer peer : peers) {
                    peer.tick(now);
                }
            }
            selector.select(key -> ((BenchPeer) key.attachment()).ready(System.nanoTime()), TICK_NANOS / 1_000_000);
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        for (BenchPeer peer : peers) {
            peer.leave();
        }
        selector.close();
    }
}
