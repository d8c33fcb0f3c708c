package io.heddle.simulator.event;

import io.heddle.bgp.speaker.Speaker;
import io.heddle.evpn.calc.TableEntry;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.net.Prefix;
import io.heddle.model.tables.RouteEntry;
import io.heddle.simulator.stable.Premises;
import io.heddle.simulator.timeline.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a switch forwards by: routes of the default VRF, and the overlay, which is told where these lead. Single-threaded. */
final class ForwardingPlane {

    private final SwitchConfig config;
    private final Hardware hardware;
    private final Environment environment;
    private final Supplier<Cause> cause;
    private final Forwarding routes;
    /** None without power. */
    private @Nullable Overlay overlay;

    ForwardingPlane(
            SwitchConfig config,
            Hardware hardware,
            Groups groups,
            Ways ways,
            Predicate<Prefix> activeAggregate,
            Environment environment,
            Supplier<Cause> cause) {
        this.config = config;
        this.hardware = hardware;
        this.environment = environment;
        this.cause = cause;
        routes = new Forwarding(hardware, groups, ways, activeAggregate, environment.gathering(), this::tell);
    }

    Hardware hardware() {
        return hardware;
    }

    Forwarding routes() {
        return routes;
    }

    /** What speaks EVPN; null where there is no VTEP. */
    @Nullable
    Overlay vtep() {
        return config.vtep().isPresent() ? overlay : null;
    }

    /** Power comes: nothing is known yet. */
    void boot() {
        Overlay fresh = new Overlay(config, hardware, environment);
        overlay = fresh;
        fresh.boot(cause.get());
    }

    /** Power goes, and with it the contents of the tables; returns them. */
    List<TableEntry> lose() {
        overlay = null;
        routes.lose();
        return hardware.lose();
    }

    /** It knows these routes by itself from now on. */
    void know(Map<Prefix, RouteEntry> local) {
        tell(routes.know(local, cause.get()));
    }

    /** The hosts on its ports are these from now on. */
    void hosts(List<Premises.LocalHost> found, @Nullable Speaker speaker) {
        if (overlay != null) {
            overlay.hosts(found, speaker, cause.get(), environment.now());
        }
    }

    /** The routing process is gone, all it had learned, and its aggregates. */
    void unlearn(List<Prefix> aggregates) {
        List<Prefix> gone = new ArrayList<>(routes.unlearn(cause.get()));
        routes.look(aggregates, cause.get());
        gone.addAll(aggregates);
        tell(gone);
        if (overlay != null) {
            overlay.deaf(cause.get());
        }
    }

    /** Aggregates became active, or no longer are. */
    void look(List<Prefix> aggregates) {
        routes.look(aggregates, cause.get());
        tell(aggregates);
    }

    /** To these prefixes another way leads now. */
    void tell(List<Prefix> news) {
        if (overlay != null && !news.isEmpty()) {
            overlay.routesChanged(news, cause.get());
        }
    }
}
