package io.heddle.simulator.event;

import io.heddle.bgp.speaker.Speaker;
import io.heddle.evpn.calc.TableEntry;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Link;
import io.heddle.model.net.Prefix;
import io.heddle.simulator.stable.Premises;
import io.heddle.simulator.timeline.Cause;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A switch, node or external router: what it knows without routing, its routing process, and what it forwards by. Single-threaded. */
final class Device {

    private static final Cause START = new Cause(Cause.Kind.OWN, "it started");

    private final DeviceName name;
    private final @Nullable SwitchConfig config;
    private final @Nullable BgpConfig bgp;
    private final List<Link> links;
    private final Environment environment;
    private final Neighborhood neighborhood;
    private final Outward outward;
    private final OwnRoutes own;
    private final Ways ways = new Ways();
    private final Leading leading;
    private final @Nullable ForwardingPlane plane;
    private @Nullable RoutingProcess process;
    private Cause cause = START;

    Device(
            DeviceName name,
            @Nullable SwitchConfig config,
            @Nullable BgpConfig bgp,
            List<Link> links,
            @Nullable Hardware hardware,
            Groups groups,
            Environment environment) {
        this.name = name;
        this.config = config;
        this.bgp = bgp;
        this.links = links;
        this.environment = environment;
        neighborhood = new Neighborhood(name, environment);
        outward = new Outward(environment, neighborhood);
        own = new OwnRoutes(groups);
        leading = new Leading(name, ways, neighborhood);
        plane = config == null || hardware == null
                ? null
                : new ForwardingPlane(
                        config, hardware, groups, ways, this::isActiveAggregate, environment, this::cause);
    }

    DeviceName name() {
        return name;
    }

    Optional<BgpConfig> bgp() {
        return Optional.ofNullable(bgp);
    }

    Optional<SwitchConfig> config() {
        return Optional.ofNullable(config);
    }

    List<Link> links() {
        return links;
    }

    List<Peering.Side> sides() {
        return neighborhood.sides();
    }

    @Nullable
    Speaker speaker() {
        return process == null ? null : process.speaker();
    }

    @Nullable
    Hardware hardware() {
        return plane == null ? null : plane.hardware();
    }

    Outward outward() {
        return outward;
    }

    void because(Cause why) {
        cause = why;
    }

    Cause cause() {
        return cause;
    }

    private boolean isActiveAggregate(Prefix prefix) {
        return process != null && process.isActiveAggregate(prefix);
    }

    /** Power comes: nothing is known yet. */
    void boot() {
        if (plane != null) {
            plane.boot();
        }
    }

    /** Power goes, and with it the contents of the tables; returns them. */
    List<TableEntry> lose() {
        stop();
        neighborhood.see(null);
        own.lose();
        return plane == null ? List.of() : plane.lose();
    }

    /** A routing process starts; it is told of its peers by {@link #peerIs}. */
    void run(Speaker started) {
        RoutingProcess begun =
                new RoutingProcess(name, started, neighborhood, leading, plane, environment, this::cause);
        process = begun;
        outward.becomes(started);
        begun.begin(own);
    }

    /** The routing process is gone. Its routes leave the tables: that is what a kernel does whose routing daemon restarts cold. */
    void stop() {
        RoutingProcess before = process;
        process = null;
        outward.becomes(null);
        List<Prefix> aggregates = before == null ? List.of() : before.end();
        neighborhood.forgetPeers();
        ways.forgetPeers();
        if (plane != null) {
            plane.unlearn(aggregates);
        }
    }

    /** The number that the speaker gave to the other side of a session. */
    void peerIs(Peering.Side side, int number) {
        neighborhood.peerIs(side, number);
    }

    /** It sees the fabric so from now on. */
    void see(Premises seen, Cause why) {
        Premises before = neighborhood.premises();
        if (seen == before) {
            return;
        }
        // Pods come and go often, and change neither what it knows by itself nor how it reaches next hops.
        boolean rewired = before == null || !seen.isWiredLike(before);
        neighborhood.see(seen);
        cause = why;
        if (plane != null && rewired) {
            plane.know(seen.localRoutes(name));
        }
        own.become(seen.originated(name), speaker(), environment.now());
        if (plane != null) {
            plane.hosts(seen.hosts(name), speaker());
        }
        if (process != null && rewired) {
            process.lookAgain();
        }
    }
}
