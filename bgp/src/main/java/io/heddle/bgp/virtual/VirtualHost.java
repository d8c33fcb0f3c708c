package io.heddle.bgp.virtual;

import io.heddle.bgp.rib.RouteCounters;
import io.heddle.bgp.session.TransportConfig;
import io.heddle.bgp.speaker.Speaker;
import io.heddle.bgp.speaker.SpeakerDriver;
import io.heddle.model.net.IpAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Drives one speaker of a {@link VirtualNetwork}. Single-threaded. */
final class VirtualHost implements SpeakerDriver {

    /** The size of a SYN with its headers. */
    private static final int SYN_BYTES = 78;

    private final VirtualNetwork network;
    private final int number;
    private final List<IpAddress> addresses;
    private final Map<Integer, Wire> wires = new TreeMap<>();
    private final Deque<Arrival> inbox = new ArrayDeque<>(4);
    private @Nullable Speaker speaker;
    private long wakeAt = Long.MAX_VALUE;
    private long busyUntil;
    private boolean dead;

    /** Bytes that wait for the speaker. */
    private record Arrival(Wire wire, byte[] bytes) {}

    VirtualHost(VirtualNetwork network, int number, List<IpAddress> addresses) {
        this.network = network;
        this.number = number;
        this.addresses = new ArrayList<>(addresses);
    }

    void run(Speaker driven) {
        speaker = driven;
    }

    private Speaker speaker() {
        return Objects.requireNonNull(speaker);
    }

    List<IpAddress> addresses() {
        return addresses;
    }

    long busyUntil() {
        return busyUntil;
    }

    private Wire wire(int connection) {
        return wires.computeIfAbsent(connection, each -> new Wire(this, each));
    }

    // Connections come about.

    @Override
    public void connect(int peer, TransportConfig transport) {
        IpAddress own = transport.localAddress() != null ? transport.localAddress() : ownAddress(transport.address());
        long there = network.medium().arrival(own, transport.address(), SYN_BYTES, network.now());
        // A SYN that is lost is not answered: the speaker gives up by its own timer.
        if (there != Medium.LOST) {
            network.at(there, () -> dial(peer, own, transport.address()));
        }
    }

    private void dial(int peer, IpAddress own, IpAddress remote) {
        if (dead) {
            return;
        }
        VirtualHost there = network.hostAt(remote);
        if (there == null) {
            speaker().connectFailed(peer, "nobody is at " + remote, network.now());
            return;
        }
        int far = there.speaker().accepted(own, remote, "", network.now());
        if (far == Speaker.REFUSED) {
            speaker().connectFailed(peer, "refused", network.now());
            return;
        }
        Wire farWire = there.wire(far);
        int near = speaker().connected(peer, remote, own, network.now());
        if (near == Speaker.REFUSED) {
            there.gone(farWire, "closed by peer");
            return;
        }
        Wire nearWire = wire(near);
        nearWire.join(farWire, own, remote);
        farWire.join(nearWire, remote, own);
        network.watcher().connected(own, remote, network.now());
    }

    private IpAddress ownAddress(IpAddress towards) {
        return addresses.stream()
                .filter(each -> each.family() == towards.family())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no address to reach " + towards + " from"));
    }

    @Override
    public void stopConnecting(int peer) {
        // An attempt that is answered all the same is refused by the speaker.
    }

    // Connections end.

    @Override
    public void close(int connection) {
        Wire wire = wire(connection);
        down(wire);
        network.at(network.now(), () -> {
            pump(wire);
            gone(wire, "closed");
            wire.unsent.add(Wire.END);
            transmit(wire);
        });
    }

    /** Loses the connections with an address at once: the port under them fell. */
    void cut(IpAddress remote, String reason) {
        for (Wire each : List.copyOf(wires.values())) {
            if (each.other() != null && each.remote().equals(remote)) {
                each.unsent.clear();
                gone(each, reason);
            }
        }
    }

    /**
     * The speaker runs no more.
     *
     * @param closing its host lives on and closes the connections; else they fall silent
     */
    void die(boolean closing) {
        dead = true;
        for (Wire each : List.copyOf(wires.values())) {
            each.closed = true;
            each.unsent.clear();
            if (closing) {
                each.unsent.add(Wire.END);
                transmit(each);
            }
        }
        wires.clear();
        inbox.clear();
    }

    private void gone(Wire wire, String reason) {
        if (!wire.closed) {
            wire.closed = true;
            wires.remove(wire.number);
            speaker().closed(wire.number, reason, network.now());
            if (wire.other() != null) {
                down(wire);
                network.watcher().closed(wire.own(), wire.remote(), network.now());
            }
        }
    }

    private void down(Wire wire) {
        if (wire.counters != null) {
            wire.counters = null;
            network.watcher().down(wire.own(), wire.remote(), network.now());
        }
    }

    // Bytes leave.

    @Override
    public void wantsToWrite(int connection) {
        Wire wire = wire(connection);
        if (wire.pumping) {
            return;
        }
        wire.pumping = true;
        // Its ends know their addresses when the call that made the connection has returned.
        network.at(network.now(), () -> {
            long wait = wire.other() == null || wire.counters == null
                    ? 0
                    : network.medium()
                            .hesitation(
                                    wire.own(),
                                    wire.remote(),
                                    wire.lastUpdate == Long.MIN_VALUE
                                            ? Long.MAX_VALUE
                                            : network.now() - wire.lastUpdate);
            long due = Math.max(network.now() + wait, busyUntil);
            if (due <= network.now()) {
                pump(wire);
            } else {
                network.at(due, () -> pump(wire));
            }
        });
    }

    private void pump(Wire wire) {
        wire.pumping = false;
        if (wire.closed || dead) {
            return;
        }
        byte[] buffer = network.buffer();
        int written;
        while ((written = speaker().fill(wire.number, buffer, 0, buffer.length, network.now())) > 0) {
            byte[] bytes = new byte[written];
            System.arraycopy(buffer, 0, bytes, 0, written);
            network.note(number, wire.number, bytes);
            if (wire.other() != null) {
                network.watcher().written(wire.own(), wire.remote(), bytes, network.now());
                wire.unsent.add(bytes);
            }
            if (wire.counters != null) {
                wire.lastUpdate = network.now();
            }
        }
        transmit(wire);
    }

    /** TCP: in order, and again after a while where a segment is lost. */
    private void transmit(Wire wire) {
        Wire far = wire.other();
        if (far == null || wire.retrying) {
            return;
        }
        while (!wire.unsent.isEmpty()) {
            byte[] next = wire.unsent.element();
            long there = network.medium().arrival(wire.own(), wire.remote(), next.length, network.now());
            if (there == Medium.LOST || far.host.dead && network.hostAt(wire.remote()) == null) {
                again(wire, far);
                return;
            }
            wire.unsent.remove();
            wire.retry = Wire.FIRST_RETRY;
            wire.lastArrival = Math.max(wire.lastArrival, there);
            network.at(wire.lastArrival, () -> far.host.deliver(far, next));
        }
    }

    private void again(Wire wire, Wire far) {
        if (far.closed && (wire.closed || !far.host.dead)) {
            wire.unsent.clear();
            return;
        }
        wire.retrying = true;
        network.at(network.now() + wire.retry, () -> {
            wire.retrying = false;
            wire.retry = Math.min(2 * wire.retry, Wire.LAST_RETRY);
            transmit(wire);
        });
    }

    // Bytes arrive.

    private void deliver(Wire wire, byte[] bytes) {
        if (dead) {
            Wire sender = wire.other();
            if (sender != null && network.hostAt(wire.own()) != null) {
                // Whoever runs at that address now knows nothing of the connection.
                sender.host.gone(sender, "reset by peer");
            }
            return;
        }
        if (wire.closed) {
            return;
        }
        inbox.add(new Arrival(wire, bytes));
        if (inbox.size() == 1) {
            if (busyUntil <= network.now()) {
                work();
            } else {
                network.at(busyUntil, this::work);
            }
        }
    }

    private void work() {
        while (!inbox.isEmpty() && !dead) {
            if (busyUntil > network.now()) {
                network.at(busyUntil, this::work);
                return;
            }
            Arrival next = inbox.element();
            if (!next.wire.closed) {
                if (next.bytes.length == 0) {
                    gone(next.wire, "closed by peer");
                } else {
                    arrive(next.wire, next.bytes);
                }
            }
            inbox.poll();
        }
    }

    private void arrive(Wire wire, byte[] bytes) {
        byte[] all = bytes;
        if (wire.rest.length > 0) {
            all = new byte[wire.rest.length + bytes.length];
            System.arraycopy(wire.rest, 0, all, 0, wire.rest.length);
            System.arraycopy(bytes, 0, all, wire.rest.length, bytes.length);
        }
        network.watcher().taken(wire.remote(), wire.own(), bytes, network.now());
        int used = speaker().received(wire.number, all, 0, all.length, network.now());
        if (used == all.length) {
            wire.rest = Wire.END;
        } else {
            byte[] rest = new byte[all.length - used];
            System.arraycopy(all, used, rest, 0, rest.length);
            wire.rest = rest;
        }
        account(wire);
    }

    /** What the session has become, and what work the bytes were. */
    private void account(Wire wire) {
        RouteCounters before = wire.counters;
        RouteCounters counters = speaker().counters(wire.number);
        if (counters != null) {
            wire.counters = counters;
            if (before == null) {
                network.watcher().up(wire.own(), wire.remote(), network.now());
            }
            long updates = counters.updatesReceived() - wire.updates;
            if (updates > 0) {
                long announced = counters.prefixesAnnounced() - wire.announced;
                long withdrawn = counters.prefixesWithdrawn() - wire.withdrawn;
                wire.updates = counters.updatesReceived();
                wire.announced = counters.prefixesAnnounced();
                wire.withdrawn = counters.prefixesWithdrawn();
                busyUntil = network.now() + network.medium().work(wire.own(), updates, announced + withdrawn);
                network.watcher().updated(wire.remote(), wire.own(), updates, announced, withdrawn, network.now());
            }
        }
    }

    @Override
    public void wakeAt(long nanos) {
        wakeAt = nanos;
        if (nanos != Long.MAX_VALUE) {
            network.at(nanos, () -> {
                if (wakeAt == nanos && !dead) {
                    wakeAt = Long.MAX_VALUE;
                    speaker().tick(network.now());
                }
            });
        }
    }
}
