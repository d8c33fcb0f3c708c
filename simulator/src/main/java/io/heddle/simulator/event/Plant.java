package io.heddle.simulator.event;

import io.heddle.bgp.virtual.Medium;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.PortIndex;
import io.heddle.model.net.IpAddress;
import io.heddle.simulator.messages.RouteWeights;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * What is really there: which devices live, which cables carry frames, which pods run, and how long bytes take. Whether anybody has
 * noticed is another matter. Single-threaded.
 */
final class Plant implements Medium {

    /** What goes around a TCP segment: Ethernet with preamble and gap, IP, TCP. */
    private static final int OVERHEAD_BYTES = 78;

    private static final long NANOS_A_SECOND = 1_000_000_000L;
    private static final long BITS = 8;

    /** What a session over a VLAN may count on. */
    private static final long SLOWEST = 1_000_000_000L;

    private static final int MILLION = 1_000_000;

    private final Settings.Pace pace;
    private final Peering peering;
    private final RouteWeights weights;
    private final SplittableRandom random;
    private final Map<Link, Long> bitsPerSecond = new HashMap<>();
    private final Set<DeviceName> dead;
    private final Set<Link> cut;
    private Endpoints endpoints;
    private Set<Peering.Session> passing = Set.of();

    Plant(
            Fabric fabric,
            Outage initial,
            Endpoints endpoints,
            Peering peering,
            Settings settings,
            RouteWeights weights) {
        pace = settings.pace();
        this.weights = weights;
        this.peering = peering;
        this.endpoints = endpoints;
        random = new SplittableRandom(settings.seed() ^ 0x5EED);
        dead = new HashSet<>(initial.devices());
        cut = new HashSet<>(initial.links());
        PortIndex ports = PortIndex.of(fabric);
        for (Link each : fabric.links()) {
            long speed = ports.speed(each).bitsPerSecond();
            bitsPerSecond.put(each, speed == 0 ? SLOWEST : speed);
        }
    }

    Outage outage() {
        return new Outage(dead, cut);
    }

    Endpoints endpoints() {
        return endpoints;
    }

    void become(Endpoints changed) {
        endpoints = changed;
    }

    boolean lives(DeviceName device) {
        return !dead.contains(device);
    }

    void kill(DeviceName device) {
        dead.add(device);
    }

    void revive(DeviceName device) {
        dead.remove(device);
    }

    boolean carries(Link link) {
        return !cut.contains(link) && lives(link.a().device()) && lives(link.b().device());
    }

    boolean isWhole(Link link) {
        return !cut.contains(link);
    }

    void cut(Link link) {
        cut.add(link);
    }

    void mend(Link link) {
        cut.remove(link);
    }

    /** Which sessions have a way through, after something broke or was mended. */
    void pass(Set<Peering.Session> sessions) {
        passing = sessions;
    }

    boolean passes(Peering.Session session) {
        return passing.contains(session);
    }

    @Override
    public long arrival(IpAddress from, IpAddress to, int bytes, long now) {
        Peering.Session session = peering.side(from).session();
        if (!passing.contains(session)) {
            return LOST;
        }
        // Nothing more comes: the end of the connection.
        long parting = bytes == 0 ? pace.parting() : 0;
        long there = now + pace.cable() + parting + (pace.bytes() ? onCable(session, bytes) : 0);
        // A lost segment comes again after the timeout of TCP, and what is behind it waits.
        return pace.lossPerMillion() > 0 && random.nextInt(MILLION) < pace.lossPerMillion()
                ? there + RETRANSMISSION
                : there;
    }

    private long onCable(Peering.Session session, int bytes) {
        long speed = session.link()
                .map(each -> bitsPerSecond.getOrDefault(each, SLOWEST))
                .orElse(SLOWEST);
        return (bytes + OVERHEAD_BYTES) * BITS * NANOS_A_SECOND / speed;
    }

    /** Linux TCP_RTO_MIN. */
    private static final long RETRANSMISSION = 200_000_000L;

    @Override
    public long work(IpAddress at, long messages, long routes) {
        return messages * pace.perMessage() + (routes + weights.announced() + weights.withdrawn()) * pace.perRoute();
    }

    @Override
    public long hesitation(IpAddress at, IpAddress peer, long sinceUpdate) {
        long interval = sinceUpdate == Long.MAX_VALUE ? 0 : pace.advertisementInterval() - sinceUpdate;
        return Math.max(pace.coalesce() + Gathering.late(pace, random), interval);
    }
}
