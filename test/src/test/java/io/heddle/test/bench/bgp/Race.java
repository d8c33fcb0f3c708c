package io.heddle.test.bench.bgp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One daemon in a fresh process against one load: all its rounds, each table, probes, withdrawal. */
final class Race implements AutoCloseable {

    private final Daemon daemon;
    private final Load load;
    private final int probes;
    private final Duration limit;
    private final RunningDaemon running;
    private final PeerLoop loop = new PeerLoop();
    private final List<ReceivedRoutes> received = new ArrayList<>();
    private final List<ByteBuffer> tables = new ArrayList<>();

    Race(Daemon daemon, Load load, int probes, Duration limit, Path directory) throws IOException {
        this.daemon = daemon;
        this.load = load;
        this.probes = probes;
        this.limit = limit;
        for (int sender = 0; sender < load.senders(); sender++) {
            tables.add(new UpdateEncoder(load, sender).table());
        }
        this.running = RunningDaemon.start(daemon, directory, load);
    }

    /** Runs a number of rounds; one that fails is the last. */
    void run(int rounds, Consumer<Figures> sink) throws IOException {
        for (int number = 0; number < load.receivers(); number++) {
            ReceivedRoutes routes = new ReceivedRoutes(load);
            received.add(routes);
            loop.add(load.receiver(number), load.shape(), routes);
        }
        for (int round = 0; round < rounds; round++) {
            Figures figures = judged(round == 0 ? "cold" : "warm");
            sink.accept(figures);
            if (!figures.failure().isEmpty()) {
                return;
            }
        }
    }

    private Figures judged(String name) throws IOException {
        try {
            return round(name);
        } catch (WrongAnswer e) {
            return Figures.failed(load, daemon, name, String.valueOf(e.getMessage()));
        }
    }

    private Figures round(String name) throws IOException {
        List<BenchPeer> senders = new ArrayList<>();
        for (int number = 0; number < load.senders(); number++) {
            senders.add(loop.add(load.sender(number), load.shape(), null));
        }
        boolean settled = loop.until(() -> !running.process().isAlive() || allEstablished(), Duration.ofSeconds(90));
        if (!settled || !running.process().isAlive()) {
            return Figures.failed(load, daemon, name, notEstablished());
        }
        // What a daemon does after a session has come up (End-of-RIB, timers of its own) is not part of the race.
        loop.until(() -> false, Duration.ofMillis(500));

        int before = updates();
        double cpu = running.cpuSeconds();
        long start = System.nanoTime();
        for (int number = 0; number < load.senders(); number++) {
            senders.get(number).send(tables.get(number).duplicate());
        }
        if (load.isInjected()) {
            running.tell("inject 0 " + load.routes());
        }
        if (!loop.until(() -> holdsAll(load.distinct()), limit)) {
            return Figures.failed(
                    load,
                    daemon,
                    name,
                    "not converged in " + limit.toSeconds() + " s: " + least() + " of " + load.distinct());
        }
        double seconds = since(start);
        double used = running.cpuSeconds() - cpu;
        int updates = updates() - before;
        List<Double> single = probe(senders);

        start = System.nanoTime();
        senders.forEach(loop::remove);
        if (load.isInjected()) {
            running.tell("withdraw 0 " + (load.routes() + Load.PROBES));
        }
        String failure = loop.until(() -> holdsAll(0), limit) ? "" : "not withdrawn in " + limit.toSeconds() + " s";
        double withdrawn = failure.isEmpty() ? since(start) : Double.NaN;
        return new Figures(
                load.name(),
                daemon.name(),
                name,
                seconds,
                used,
                running.peakMegabytes(),
                updates,
                withdrawn,
                single,
                failure);
    }

    /** One route more, again and again, each measured until every receiver has it. */
    private List<Double> probe(List<BenchPeer> senders) throws IOException {
        List<Double> milliseconds = new ArrayList<>();
        if (load.same()) {
            return milliseconds;
        }
        UpdateEncoder encoder = new UpdateEncoder(load, 0);
        // The table has come, but the daemon may still be at what it does afterwards.
        loop.until(() -> false, Duration.ofMillis(500));
        for (int probe = 0; probe < probes; probe++) {
            int index = load.distinct() + probe;
            ByteBuffer message = encoder.announce(index, index + 1);
            long start = System.nanoTime();
            if (load.isInjected()) {
                running.tell("inject " + index + " " + (index + 1));
            } else {
                senders.getFirst().send(message);
            }
            if (!loop.until(() -> holdsAll(index + 1), limit)) {
                throw new IOException("a single route did not come through in " + limit);
            }
            milliseconds.add(since(start) * 1_000);
        }
        milliseconds.sort(null);
        return milliseconds;
    }

    private boolean allEstablished() {
        return loop.peers().stream().allMatch(BenchPeer::established);
    }

    private String notEstablished() {
        if (!running.process().isAlive()) {
            return "the daemon ended with " + running.process().exitValue();
        }
        List<BenchPeer> missing =
                loop.peers().stream().filter(peer -> !peer.established()).toList();
        return missing.size() + " of " + loop.peers().size() + " sessions are missing; "
                + missing.getFirst().lastLoss();
    }

    private boolean holdsAll(int routes) {
        for (ReceivedRoutes each : received) {
            if (each.present() != routes) {
                return false;
            }
        }
        return true;
    }

    private int least() {
        return received.stream().mapToInt(ReceivedRoutes::present).min().orElse(0);
    }

    private int updates() {
        return received.stream().mapToInt(ReceivedRoutes::updates).max().orElse(0);
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    @Override
    public void close() throws IOException {
        try (loop;
                running) {
            received.clear();
        }
    }
}
