package io.heddle.test.controller;

import io.heddle.cni.linux.LinuxException;
import io.heddle.cni.linux.NetworkNamespace;
import io.heddle.lab.managed.Pod;
import io.heddle.model.net.IpAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A socket in each pod, and a thread that lets every pod speak to every other, a few times a second. A word says who speaks and to whom, so that
 * whoever hears it sees whether an address was translated.
 */
final class Prober implements AutoCloseable {

    /** Any that nobody uses in a pod. */
    static final int PORT = 9999;

    private record Pair(String from, String to) {}

    private final long periodNanos;
    private final Map<String, DatagramChannel> sockets = new TreeMap<>();
    private final Map<Pair, Long> heard = new HashMap<>();
    private final List<String> translated = new ArrayList<>();
    private final Thread thread;
    private long longestGap;
    private volatile boolean closed;

    Prober(long periodMillis) {
        periodNanos = TimeUnit.MILLISECONDS.toNanos(periodMillis);
        thread = Thread.ofPlatform().name("prober").daemon().start(this::run);
    }

    /** From now on this pod is one of them. */
    void add(Pod pod) throws LinuxException, IOException {
        DatagramChannel channel;
        try (NetworkNamespace home = NetworkNamespace.current();
                NetworkNamespace there = NetworkNamespace.open("/run/netns/" + pod.space())) {
            channel = there.enter(home, () -> open(pod.address()));
        }
        synchronized (this) {
            sockets.put(pod.address().toString(), channel);
        }
    }

    private static DatagramChannel open(IpAddress address) {
        try {
            DatagramChannel channel = DatagramChannel.open();
            channel.configureBlocking(false);
            channel.bind(new InetSocketAddress(address.toString(), PORT));
            return channel;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void remove(Pod pod) throws IOException {
        DatagramChannel channel = sockets.remove(pod.address().toString());
        if (channel != null) {
            channel.close();
        }
        heard.keySet()
                .removeIf(each -> each.from().equals(pod.address().toString())
                        || each.to().equals(pod.address().toString()));
    }

    private void run() {
        while (!closed) {
            long next = System.nanoTime() + periodNanos;
            try {
                speak();
                while (System.nanoTime() < next) {
                    listen();
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private synchronized void speak() throws IOException {
        for (Map.Entry<String, DatagramChannel> from : sockets.entrySet()) {
            for (String to : sockets.keySet()) {
                if (!to.equals(from.getKey())) {
                    say(from.getKey(), from.getValue(), to);
                }
            }
            hear(from.getKey(), from.getValue());
        }
    }

    private static void say(String from, DatagramChannel channel, String to) {
        try {
            channel.send(
                    ByteBuffer.wrap((from + " " + to).getBytes(StandardCharsets.US_ASCII)),
                    new InetSocketAddress(to, PORT));
        } catch (IOException e) {
            // No route now: that it is not heard says it.
        }
    }

    private synchronized void listen() throws IOException {
        for (Map.Entry<String, DatagramChannel> each : sockets.entrySet()) {
            hear(each.getKey(), each.getValue());
        }
    }

    private void hear(String own, DatagramChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(64);
        SocketAddress source = channel.receive(buffer);
        while (source instanceof InetSocketAddress address) {
            String word = new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII);
            String from = address.getAddress().getHostAddress();
            if (!word.equals(from + " " + own) || address.getPort() != PORT) {
                translated.add(word + " was heard by " + own + " from " + address);
            }
            heard(new Pair(from, own));
            buffer.clear();
            source = channel.receive(buffer);
        }
    }

    private void heard(Pair pair) {
        long now = System.nanoTime();
        Long before = heard.put(pair, now);
        if (before != null) {
            longestGap = Math.max(longestGap, now - before);
        }
    }

    /** Pairs of these pods of which the second has not heard the first since then. */
    synchronized List<String> silentSince(long since, List<Pod> pods) {
        List<String> silent = new ArrayList<>();
        for (Pod from : pods) {
            for (Pod to : pods) {
                @Nullable
                Long last = heard.get(
                        new Pair(from.address().toString(), to.address().toString()));
                if (!from.equals(to) && (last == null || last < since)) {
                    silent.add(from.name() + "@" + from.node() + "->" + to.name() + "@" + to.node());
                }
            }
        }
        return silent;
    }

    /** Waits until every pair of those that live has been heard after now; answers in milliseconds how long that took. */
    long awaitAll(Supplier<List<Pod>> living, long seconds) {
        long since = System.nanoTime();
        long end = since + TimeUnit.SECONDS.toNanos(seconds);
        List<String> silent = silentSince(since, living.get());
        while (!silent.isEmpty()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(silent.size() + " pairs are silent after " + seconds + " s, such as "
                        + silent.subList(0, Math.min(8, silent.size())));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            silent = silentSince(since, living.get());
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
    }

    /** The longest that a pair was not heard since this was asked last, in milliseconds; what never was heard again is not in it. */
    synchronized long longestGapMillis() {
        long gap = TimeUnit.NANOSECONDS.toMillis(longestGap);
        longestGap = 0;
        return gap;
    }

    /** Words that were not what their speaker said. */
    synchronized List<String> translated() {
        return List.copyOf(translated);
    }

    @Override
    public void close() throws IOException {
        closed = true;
        Churn.join(thread);
        for (DatagramChannel each : sockets.values()) {
            each.close();
        }
    }
}
