package io.heddle.simulator.event;

import io.heddle.bgp.rib.RouteOptions;
import io.heddle.bgp.session.RestartConfig;
import io.heddle.bgp.session.SessionConfig;
import io.heddle.bgp.session.TransportConfig;
import io.heddle.bgp.speaker.Speaker;
import io.heddle.bgp.speaker.SpeakerConfig;
import io.heddle.bgp.speaker.SpeakerPeer;
import io.heddle.bgp.virtual.VirtualNetwork;
import io.heddle.bgp.wire.NotificationReason;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.simulator.timeline.Cause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The routing daemons of devices: they start, are told of their peers, and end. Single-threaded. */
final class Daemons {

    /** Routers without any session need an address too. */
    private static final long SPARE_ADDRESS = 0x0A00_0000L;

    private final VirtualNetwork network;
    private final Plant plant;
    private final Rest rest;
    private final Settings settings;
    /** The first address of each: the network knows a daemon by it. */
    private final Map<DeviceName, IpAddress> addressOf = new HashMap<>();
    /** The start under way of each: who is halted meanwhile does not start. */
    private final Map<DeviceName, Object> starting = new HashMap<>();

    Daemons(VirtualNetwork network, Plant plant, Rest rest, Settings settings) {
        this.network = network;
        this.plant = plant;
        this.rest = rest;
        this.settings = settings;
    }

    /** A device has another session; a daemon that runs already is told of it. */
    void learn(Device device, Peering.Side side) {
        device.sides().add(side);
        IpAddress known = addressOf.putIfAbsent(device.name(), side.own);
        Speaker running = device.speaker();
        if (running != null && known != null) {
            network.alsoAt(known, side.own);
            addPeer(device, running, side);
        }
    }

    /** Starts the daemon of a device after a while. */
    void boot(Device device, long after) {
        boot(device, after, Map.of());
    }

    /** The same; it is told of the sessions so much later. */
    void boot(Device device, long after, Map<Peering.Session, Long> later) {
        BgpConfig told = device.bgp().orElse(null);
        if (told != null) {
            Object start = new Object();
            starting.put(device.name(), start);
            rest.later(network.now() + after, () -> {
                if (starting.remove(device.name(), start) && plant.lives(device.name())) {
                    run(device, told, later);
                }
            });
        }
    }

    private void run(Device device, BgpConfig told, Map<Peering.Session, Long> later) {
        IpAddress first = addressOf.computeIfAbsent(device.name(), _ -> IpAddress.v4(SPARE_ADDRESS + addressOf.size()));
        List<IpAddress> addresses = new ArrayList<>();
        device.sides().forEach(each -> addresses.add(each.own));
        if (addresses.isEmpty()) {
            addresses.add(first);
        }
        Speaker speaker = network.add(SpeakerConfig.of(told), addresses);
        device.run(speaker);
        for (Peering.Side each : device.sides()) {
            long wait = later.getOrDefault(each.session(), 0L);
            if (wait == 0) {
                addPeer(device, speaker, each);
            } else {
                rest.later(network.now() + wait, () -> {
                    if (device.speaker() == speaker) {
                        addPeer(device, speaker, each);
                    }
                });
            }
        }
        rest.active();
    }

    private void addPeer(Device device, Speaker speaker, Peering.Side side) {
        BgpConfig told = speaker.config().router();
        SpeakerPeer peer = SpeakerPeer.of(
                        told,
                        side.peer.toString(),
                        TransportConfig.of(side.remote).withLocalAddress(side.own),
                        side.end.neighbor().remoteAs(),
                        device.outward().of(told, side.end.neighbor().group()))
                .with(new RouteOptions(false, 1, side.rank));
        SessionConfig session = peer.peer().session().withTimers(settings.session());
        int number = speaker.addPeer(peer.with(side.told ? helping(session) : session), network.now());
        device.peerIs(side, number);
    }

    /** Waits for a controller, and keeps its routes while it restarts if it asks for that, as FRR does unless told otherwise. */
    private static SessionConfig helping(SessionConfig session) {
        return session.withPassive().withRestart(RestartConfig.DEFAULT.withRestartTime(0));
    }

    /** A daemon ends; {@code closing} if its machine lives on and closes its connections. */
    void halt(Device device, boolean closing) {
        starting.remove(device.name());
        IpAddress address = addressOf.get(device.name());
        if (device.speaker() != null && address != null) {
            network.remove(address, closing);
            rest.active();
        }
    }

    /** The port under a session of a device fell. */
    void cut(Device device, Peering.Side side, Cause cause) {
        device.because(cause);
        if (device.speaker() != null) {
            network.cut(side.own, side.remote, cause.text());
        }
    }

    /** The way of a session of a device is back: it need not wait for its timer. */
    void nudge(Device device, Peering.Side side) {
        Speaker speaker = device.speaker();
        if (speaker != null && !side.established && side.peerNumber >= 0) {
            speaker.resetPeer(
                    side.peerNumber,
                    NotificationReason.ADMINISTRATIVE_RESET,
                    "the port is up",
                    Duration.ofNanos(1),
                    network.now());
        }
    }
}
