package io.heddle.bgp.virtual;

import io.heddle.bgp.session.TransportConfig;
import io.heddle.bgp.speaker.Speaker;
import io.heddle.bgp.speaker.SpeakerDriver;
import io.heddle.model.net.IpAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Drives one speaker of a {@link VirtualNetwork}. */
final class VirtualHost implements SpeakerDriver {

    private final VirtualNetwork network;
    private final int number;
    private final List<IpAddress> addresses;
    private final Map<Integer, Wire> wires = new HashMap<>();
    private @Nullable Speaker speaker;
    private long wakeAt = Long.MAX_VALUE;

    VirtualHost(VirtualNetwork network, int number, List<IpAddress> addresses) {
        this.network = network;
        this.number = number;
        this.addresses = List.copyOf(addresses);
    }

    /** One end of a connection: what it has received but not used up, and the other end once there is one. */
    private static final class Wire {
        private final int number;
        private @Nullable VirtualHost otherHost;
        private @Nullable Wire other;
        private byte[] rest = new byte[0];
        private boolean closed;

        Wire(int number) {
            this.number = number;
        }
    }

    void run(Speaker driven) {
        speaker = driven;
    }

    private Speaker speaker() {
        return Objects.requireNonNull(speaker);
    }

    @Override
    public void connect(int peer, TransportConfig transport) {
        network.after(() -> dial(peer, transport));
    }

    private void dial(int peer, TransportConfig transport) {
        VirtualHost there = network.hostAt(transport.address());
        IpAddress own = transport.localAddress() != null ? transport.localAddress() : ownAddress(transport.address());
        if (there == null) {
            speaker().connectFailed(peer, "nobody is at " + transport.address(), network.now());
            return;
        }
        int far = there.speaker().accepted(own, transport.address(), "", network.now());
        if (far == Speaker.REFUSED) {
            speaker().connectFailed(peer, "refused", network.now());
            return;
        }
        Wire farWire = there.wires.computeIfAbsent(far, Wire::new);
        int near = speaker().connected(peer, transport.address(), own, network.now());
        if (near == Speaker.REFUSED) {
            there.gone(farWire, "closed by peer");
            return;
        }
        Wire nearWire = wires.computeIfAbsent(near, Wire::new);
        nearWire.otherHost = there;
        nearWire.other = farWire;
        farWire.otherHost = this;
        farWire.other = nearWire;
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

    @Override
    public void close(int connection) {
        Wire wire = wires.computeIfAbsent(connection, Wire::new);
        network.at(network.now(), () -> {
            pump(wire);
            VirtualHost there = wire.otherHost;
            Wire far = wire.other;
            gone(wire, "closed");
            if (there != null && far != null) {
                network.after(() -> there.gone(far, "closed by peer"));
            }
        });
    }

    private void gone(Wire wire, String reason) {
        if (!wire.closed) {
            wire.closed = true;
            wires.remove(wire.number);
            speaker().closed(wire.number, reason, network.now());
        }
    }

    @Override
    public void wantsToWrite(int connection) {
        Wire wire = wires.computeIfAbsent(connection, Wire::new);
        network.at(network.now(), () -> pump(wire));
    }

    private void pump(Wire wire) {
        if (wire.closed) {
            return;
        }
        byte[] buffer = network.buffer();
        int written;
        while ((written = speaker().fill(wire.number, buffer, 0, buffer.length, network.now())) > 0) {
            byte[] bytes = new byte[written];
            System.arraycopy(buffer, 0, bytes, 0, written);
            network.note(number, wire.number, bytes);
            VirtualHost there = wire.otherHost;
            Wire far = wire.other;
            if (there != null && far != null) {
                network.after(() -> there.arrive(far, bytes));
            }
        }
    }

    private void arrive(Wire wire, byte[] bytes) {
        if (wire.closed) {
            return;
        }
        byte[] all = new byte[wire.rest.length + bytes.length];
        System.arraycopy(wire.rest, 0, all, 0, wire.rest.length);
        System.arraycopy(bytes, 0, all, wire.rest.length, bytes.length);
        int used = speaker().received(wire.number, all, 0, all.length, network.now());
        byte[] rest = new byte[all.length - used];
        System.arraycopy(all, used, rest, 0, rest.length);
        wire.rest = rest;
    }

    @Override
    public void wakeAt(long nanos) {
        wakeAt = nanos;
        if (nanos != Long.MAX_VALUE) {
            network.at(nanos, () -> {
                if (wakeAt == nanos) {
                    wakeAt = Long.MAX_VALUE;
                    speaker().tick(network.now());
                }
            });
        }
    }
}
