package io.heddle.simulator.event;

import io.heddle.bgp.bfd.BfdTimers;
import io.heddle.bgp.speaker.Speaker;
import io.heddle.bgp.wire.NotificationReason;
import io.heddle.model.config.BridgePort;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.Bond;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Lacp;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.PortRef;
import io.heddle.simulator.timeline.Cause;
import io.heddle.simulator.timeline.Change;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who notices what broke, and when: carrier, LACP (IEEE 802.1AX), BFD (RFC 5880). What none of them sees is left to the hold timers of
 * the speakers.
 */
final class Detectors {

    /** IEEE 802.1AX, Aggregate_Wait_Time: how long a bond gathers members before it uses one. */
    private static final long AGGREGATE_WAIT = 2_000_000_000L;

    private static final long FAST_PERIOD = 1_000_000_000L;
    private static final long SLOW_PERIOD = 30_000_000_000L;

    private final World world;
    /** Cables without light: those cut in the open, and those to a device without power. */
    private final Set<Link> dark = new HashSet<>();

    private final Map<PortRef, Optional<Lacp>> lacp = new HashMap<>();

    Detectors(World world) {
        this.world = world;
        for (Link each : world.fabric.links()) {
            if (!world.plant.carries(each)) {
                dark.add(each);
            }
        }
        for (SwitchConfig each : world.config.switches()) {
            for (BridgePort port : each.bridgePorts()) {
                port.members().forEach(member -> lacp.put(new PortRef(each.name(), member), port.lacp()));
            }
        }
        for (Node each : world.fabric.nodes()) {
            for (Bond bond : each.bonds()) {
                bond.members().forEach(member -> lacp.put(new PortRef(each.name(), member), Optional.of(bond.lacp())));
            }
        }
    }

    /** Cables stopped carrying frames, or a device at their end died. */
    void broke(List<Link> links, boolean silent, Cause cause) {
        Set<Peering.Session> lost = world.connectivity.reroute();
        for (Link each : links) {
            if (!silent) {
                dark.add(each);
            }
        }
        Settings.Detection detection = world.settings.detection();
        long now = world.now();
        if (!silent) {
            world.later(now + detection.carrier(), () -> ports(ends(links), true, Cause.Kind.CARRIER, cause));
        } else {
            for (PortRef end : ends(links)) {
                lacp.getOrDefault(end, Optional.empty()).ifPresent(each -> {
                    long timeout = each.fast() ? detection.lacpFast() : detection.lacpSlow();
                    long phase = world.random.nextLong(each.fast() ? FAST_PERIOD : SLOW_PERIOD);
                    world.later(
                            now + timeout - phase,
                            () -> ports(
                                    List.of(end),
                                    true,
                                    Cause.Kind.TIMER,
                                    new Cause(
                                            Cause.Kind.TIMER, "LACP timed out on " + end + " after " + cause.text())));
                });
            }
        }
        lost.forEach(each -> bfd(each, cause));
    }

    /** Cables carry frames again as far as they are whole and both their devices live. */
    void mended(List<Link> links, Cause cause) {
        world.connectivity.reroute();
        List<Link> back = links.stream().filter(world.plant::carries).toList();
        back.forEach(dark::remove);
        Settings.Detection detection = world.settings.detection();
        List<PortRef> bonded = new ArrayList<>();
        List<PortRef> others = new ArrayList<>();
        for (PortRef each : ends(back)) {
            (lacp.getOrDefault(each, Optional.empty()).isPresent() ? bonded : others).add(each);
        }
        long now = world.now();
        world.later(now + detection.carrier(), () -> ports(others, false, Cause.Kind.CARRIER, cause));
        if (!bonded.isEmpty()) {
            world.later(
                    now + detection.carrier() + AGGREGATE_WAIT, () -> ports(bonded, false, Cause.Kind.TIMER, cause));
        }
    }

    private static List<PortRef> ends(List<Link> links) {
        List<PortRef> ends = new ArrayList<>();
        for (Link each : links) {
            ends.add(each.a());
            ends.add(each.b());
        }
        return ends;
    }

    /** Devices find ports down or up, if that still is so and they live. */
    private void ports(List<PortRef> ports, boolean down, Cause.Kind kind, Cause cause) {
        Set<Device> touched = new LinkedHashSet<>();
        Set<Link> links = new LinkedHashSet<>();
        for (PortRef each : ports) {
            Link link = world.fabric.linkAt(each).orElseThrow();
            boolean carries = world.plant.carries(link);
            if (carries == down || !world.knowledge.learn(each, down)) {
                continue;
            }
            links.add(link);
            Device device = world.devices.get(each.device());
            // External routers that are told nothing notice nothing.
            if (device == null || !world.plant.lives(each.device())) {
                continue;
            }
            Cause noticed = kind == Cause.Kind.CARRIER
                    ? new Cause(kind, each + (down ? " lost" : " found") + " its carrier: " + cause.text())
                    : cause;
            world.note(down ? new Change.PortOut(each) : new Change.PortIn(each), noticed);
            device.because(noticed);
            touched.add(device);
            for (Peering.Side side : device.sides()) {
                if (side.session().link().filter(link::equals).isPresent()) {
                    if (down) {
                        world.daemons.cut(device, side, noticed);
                    } else {
                        world.daemons.nudge(device, side);
                    }
                }
            }
        }
        touched.forEach(each -> world.outlook.look(List.of(each), each.cause()));
        if (!links.isEmpty()) {
            world.later(world.now() + world.settings.detection().bridging(), () -> {
                links.forEach(world.knowledge::settle);
                world.outlook.look(bridges(), cause);
            });
        }
    }

    private List<Device> bridges() {
        return world.devices.values().stream()
                .filter(each -> each.config()
                        .filter(config -> !config.bridgePorts().isEmpty())
                        .isPresent())
                .toList();
    }

    /** RFC 5880 section 6.8.4: the detection time is the multiplier times the interval, from the last packet that came. */
    private void bfd(Peering.Session session, Cause cause) {
        if (!session.a().end.neighbor().group().bfd()
                || !session.b().end.neighbor().group().bfd()) {
            return;
        }
        BfdTimers timers = world.settings.detection().bfd();
        long interval =
                Math.max(timers.desiredMinTx().toNanos(), timers.requiredMinRx().toNanos());
        for (Peering.Side side : List.of(session.a(), session.b())) {
            // Packets come 75% to 100% of the interval apart (section 6.8.7); the last one came some part of that ago.
            long since = world.random.nextLong(interval * 3 / 4, interval + 1);
            long at = world.now() + timers.detectMultiplier() * interval - world.random.nextLong(since);
            world.later(at, () -> expire(session, side, cause));
        }
    }

    private void expire(Peering.Session session, Peering.Side side, Cause cause) {
        DeviceName name = side.device();
        Device device = world.device(name);
        Speaker speaker = device.speaker();
        if (world.plant.passes(session) || speaker == null || !side.established) {
            return;
        }
        device.because(new Cause(
                Cause.Kind.TIMER, "BFD of " + name + " heard nothing from " + side.peer + ": " + cause.text()));
        speaker.resetPeer(side.peerNumber, NotificationReason.BFD_DOWN, "BFD", Duration.ofSeconds(1), world.now());
    }
}
