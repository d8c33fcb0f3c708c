package io.heddle.bgp.virtual;

import io.heddle.bgp.session.TransportConfig;
import io.heddle.bgp.speaker.Speaker;
import io.heddle.bgp.speaker.SpeakerDriver;
import io.heddle.model.net.IpAddress;
import java.util.ArrayList;
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
    private final Outflow outflow;
    private final Inflow inflow;
    private @Nullable Speaker speaker;
    private long wakeAt = Long.MAX_VALUE;
    private boolean dead;

    VirtualHost(VirtualNetwork network, int number, List<IpAddress> addresses) {
        this.network = network;
        this.number = number;
        this.addresses = new ArrayList<>(addresses);
        outflow = new Outflow(this, network);
        inflow = new Inflow(this, network);
    }

    void run(Speaker driven) {
        speaker = driven;
    }

    Speaker speaker() {
        return Objects.requireNonNull(speaker);
    }

    List<IpAddress> addresses() {
        return addresses;
    }

    int number() {
        return number;
    }

    boolean isDead() {
        return dead;
    }

    Inflow inflow() {
        return inflow;
    }

    long busyUntil() {
        return inflow.busyUntil();
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
            outflow.pump(wire);
            gone(wire, "closed");
            wire.unsent.add(Wire.END);
            outflow.transmit(wire);
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
                outflow.transmit(each);
            }
        }
        wires.clear();
        inflow.clear();
    }

    void gone(Wire wire, String reason) {
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

    // What the speaker asks for besides.

    @Override
    public void wantsToWrite(int connection) {
        outflow.ask(wire(connection));
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
