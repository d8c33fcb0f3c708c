package io.heddle.controller.southbound.bgp;

import io.heddle.bgp.bfd.BfdEffect;
import io.heddle.bgp.bfd.BfdPath;
import io.heddle.bgp.bfd.BfdTimers;
import io.heddle.bgp.bfd.BfdUdp;
import io.heddle.bgp.bfd.BfdWatcher;
import io.heddle.bgp.netty.clock.MonotonicClock;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * The paths to switches, watched by BFD (RFC 5882): one that breaks ends its BGP session. A session does not wait for BFD to come up, since
 * the switch may not be asked for it yet.
 */
final class BfdPaths implements AutoCloseable {

    private record Watched(DeviceName device, Teller teller) {}

    private final Map<Integer, Watched> watched = new ConcurrentHashMap<>();
    private final BfdUdp udp;
    private final Thread thread;

    private BfdPaths(RandomGenerator random, Consumer<Throwable> troubles) throws IOException {
        udp = new BfdUdp(new MonotonicClock(), random, new Watcher());
        thread = Thread.ofPlatform().name("heddle-bfd").daemon().start(() -> serve(udp, troubles));
    }

    static BfdPaths open(RandomGenerator random, Consumer<Throwable> troubles) throws IOException {
        return new BfdPaths(random, troubles);
    }

    private static void serve(BfdUdp udp, Consumer<Throwable> troubles) {
        try {
            udp.run();
        } catch (IOException | RuntimeException e) {
            troubles.accept(e);
        }
    }

    /** Watches the path to a switch, if that is asked for. */
    void watch(BgpSwitch each, Teller teller) {
        BfdTimers timers = each.bfd();
        IpAddress local = each.transport().localAddress();
        if (timers == null || local == null) {
            return;
        }
        String link = each.transport().networkInterface();
        BfdPath path = link == null
                ? BfdPath.multihop(local, each.transport().address())
                : BfdPath.link(local, each.transport().address(), link);
        try {
            udp.later((speaker, now) ->
                    watched.put(speaker.add(path, timers, false, now), new Watched(each.device(), teller)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        udp.close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Watcher implements BfdWatcher {

        @Override
        public void up(int session) {
            // BGP connects by itself.
        }

        @Override
        public void down(int session, BfdEffect.Down down) {
            Watched each = watched.get(session);
            if (each != null && !down.administrative()) {
                each.teller().pathDown(each.device());
            }
        }
    }
}
