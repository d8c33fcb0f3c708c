package io.heddle.bgp.virtual;

/** How the bytes of one speaker leave: when it gets to write, and what TCP does where segments are lost. Single-threaded. */
final class Outflow {

    private final VirtualHost host;
    private final VirtualNetwork network;

    Outflow(VirtualHost host, VirtualNetwork network) {
        this.host = host;
        this.network = network;
    }

    /** The speaker has something to write on a connection. */
    void ask(Wire wire) {
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
            long due = Math.max(network.now() + wait, host.busyUntil());
            if (due <= network.now()) {
                pump(wire);
            } else {
                network.at(due, () -> pump(wire));
            }
        });
    }

    void pump(Wire wire) {
        wire.pumping = false;
        if (wire.closed || host.isDead()) {
            return;
        }
        byte[] buffer = network.buffer();
        int written;
        while ((written = host.speaker().fill(wire.number, buffer, 0, buffer.length, network.now())) > 0) {
            byte[] bytes = new byte[written];
            System.arraycopy(buffer, 0, bytes, 0, written);
            network.note(host.number(), wire.number, bytes);
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
    void transmit(Wire wire) {
        Wire far = wire.other();
        if (far == null || wire.retrying) {
            return;
        }
        while (!wire.unsent.isEmpty()) {
            byte[] next = wire.unsent.element();
            long there = network.medium().arrival(wire.own(), wire.remote(), next.length, network.now());
            if (there == Medium.LOST || far.host.isDead() && network.hostAt(wire.remote()) == null) {
                again(wire, far);
                return;
            }
            wire.unsent.remove();
            wire.retry = Wire.FIRST_RETRY;
            wire.lastArrival = Math.max(wire.lastArrival, there);
            network.at(wire.lastArrival, () -> far.host.inflow().deliver(far, next));
        }
    }

    private void again(Wire wire, Wire far) {
        if (far.closed && (wire.closed || !far.host.isDead())) {
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
}
