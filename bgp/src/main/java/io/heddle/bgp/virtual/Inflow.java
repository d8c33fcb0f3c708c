package io.heddle.bgp.virtual;

import io.heddle.bgp.rib.RouteCounters;
import java.util.ArrayDeque;
import java.util.Deque;

/** How bytes arrive at one speaker: one after the other, as it gets done with those before. Single-threaded. */
final class Inflow {

    private final VirtualHost host;
    private final VirtualNetwork network;
    private final Deque<Arrival> inbox = new ArrayDeque<>(4);
    private long busyUntil;

    /** Bytes that wait for the speaker. */
    private record Arrival(Wire wire, byte[] bytes) {}

    Inflow(VirtualHost host, VirtualNetwork network) {
        this.host = host;
        this.network = network;
    }

    /** When the speaker has done what it took in. */
    long busyUntil() {
        return busyUntil;
    }

    void clear() {
        inbox.clear();
    }

    void deliver(Wire wire, byte[] bytes) {
        if (host.isDead()) {
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
        while (!inbox.isEmpty() && !host.isDead()) {
            if (busyUntil > network.now()) {
                network.at(busyUntil, this::work);
                return;
            }
            Arrival next = inbox.element();
            if (!next.wire.closed) {
                if (next.bytes.length == 0) {
                    host.gone(next.wire, "closed by peer");
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
        int used = host.speaker().received(wire.number, all, 0, all.length, network.now());
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
        RouteCounters counters = host.speaker().counters(wire.number);
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
}
