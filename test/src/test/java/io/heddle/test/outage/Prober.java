package io.heddle.test.outage;

import io.heddle.cni.linux.LinuxException;
import io.heddle.cni.linux.NetworkNamespace;
import io.heddle.lab.layout.Host;
import io.heddle.model.net.IpAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends a packet a round on every flow, a round every 2.5 milliseconds, and notes which arrive. It is one process with sockets in the namespaces of
 * all hosts, so one clock times everything. A round that began late because the machine was busy counts from when it was sent, so a late
 * round makes an outage look no longer than it was, by more than its own lateness.
 */
final class Prober implements AutoCloseable {

    private static final int PORT = 7777;
    /** From a packet of a flow to the next. */
    static final Duration ROUND = Duration.ofNanos(2_500_000);

    private static final long ROUND_NANOS = ROUND.toNanos();
    private static final Duration STRAGGLERS = Duration.ofMillis(300);

    private final List<Flow> flows;
    private final List<DatagramChannel> senders = new ArrayList<>();
    private final List<SocketAddress> targets = new ArrayList<>();
    private final Map<Host, DatagramChannel> receivers = new LinkedHashMap<>();
    private final Selector selector;

    /** Opens the sockets. On the calling thread, which moves into the hosts' namespaces and back. */
    Prober(List<Flow> flows) throws IOException {
        this.flows = List.copyOf(flows);
        selector = Selector.open();
        try (NetworkNamespace home = NetworkNamespace.current()) {
            for (Flow each : flows) {
                senders.add(open(home, each.from(), each.port()));
                targets.add(new InetSocketAddress(inet(address(each.to())), PORT));
                if (!receivers.containsKey(each.to())) {
                    DatagramChannel receiver = open(home, each.to(), PORT);
                    receiver.register(selector, SelectionKey.OP_READ);
                    receivers.put(each.to(), receiver);
                }
            }
        }
    }

    private static DatagramChannel open(NetworkNamespace home, Host host, int port) throws IOException {
        try (NetworkNamespace space = NetworkNamespace.open("/run/netns/" + host.space())) {
            DatagramChannel[] opened = new DatagramChannel[1];
            IOException[] failed = new IOException[1];
            space.enter(home, () -> {
                try {
                    opened[0] = DatagramChannel.open(StandardProtocolFamily.INET);
                    opened[0].configureBlocking(false);
                    opened[0].bind(new InetSocketAddress(inet(address(host)), port));
                } catch (IOException e) {
                    failed[0] = e;
                }
                return true;
            });
            if (failed[0] != null) {
                throw failed[0];
            }
            return opened[0];
        } catch (LinuxException e) {
            throw new IOException(e);
        }
    }

    private static IpAddress address(Host host) {
        return host.addresses().stream()
                .map(each -> each.address())
                .filter(IpAddress::isV4)
                .findFirst()
                .orElseThrow();
    }

    private static InetAddress inet(IpAddress address) throws IOException {
        return InetAddress.getByName(address.toString());
    }

    /** What happens while packets are sent. */
    @FunctionalInterface
    interface Act {
        void run() throws Exception;
    }

    /** Sends for a while before something happens, and until a time after it began; answers what arrived. */
    Probes during(Duration before, Act act, Duration after) throws Exception {
        int rounds = Math.toIntExact(before.plus(after).toNanos() / ROUND_NANOS);
        Probes probes = new Probes(flows, rounds);
        Thread reader = Thread.ofPlatform().name("reader").start(() -> read(probes));
        long start = System.nanoTime();
        Thread sender = Thread.ofPlatform().name("sender").start(() -> send(probes, start));
        try {
            LockSupport.parkNanos(before.toNanos());
            act.run();
            sender.join();
            TimeUnit.NANOSECONDS.sleep(STRAGGLERS.toNanos());
        } finally {
            probes.end();
            selector.wakeup();
            reader.join();
        }
        return probes;
    }

    private void send(Probes probes, long start) {
        ByteBuffer packet = ByteBuffer.allocateDirect(2 * Integer.BYTES);
        for (int round = 0; round < probes.rounds() && !probes.ended(); round++) {
            long due = start + round * ROUND_NANOS;
            for (long now = System.nanoTime(); now < due; now = System.nanoTime()) {
                LockSupport.parkNanos(due - now);
            }
            probes.sentAt(round, System.nanoTime());
            for (int flow = 0; flow < flows.size(); flow++) {
                packet.clear().putInt(flow).putInt(round).flip();
                try {
                    senders.get(flow).send(packet, targets.get(flow));
                } catch (IOException e) {
                    // No route, or a refusal by ICMP: lost like any other.
                }
            }
        }
    }

    private void read(Probes probes) {
        ByteBuffer packet = ByteBuffer.allocateDirect(64);
        try {
            while (!probes.ended()) {
                selector.select(key -> drain((DatagramChannel) key.channel(), packet, probes));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void drain(DatagramChannel channel, ByteBuffer packet, Probes probes) {
        try {
            while (channel.receive(packet.clear()) != null) {
                packet.flip();
                probes.arrived(packet.getInt(), packet.getInt());
            }
        } catch (IOException e) {
            // An ICMP error that belongs to an earlier packet.
        }
    }

    @Override
    public void close() throws IOException {
        for (DatagramChannel each : senders) {
            each.close();
        }
        for (DatagramChannel each : receivers.values()) {
            each.close();
        }
        selector.close();
    }
}
