package io.heddle.simulator.event;

import io.heddle.bgp.decision.NextHopCosts;
import io.heddle.bgp.rib.LocRib;
import io.heddle.bgp.speaker.Speaker;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Prefix;
import io.heddle.simulator.timeline.Cause;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One life of a device's speaker: what it chooses goes to the tables, and decides which aggregates are active. Single-threaded. */
final class RoutingProcess implements Learner.Listener {

    private final DeviceName router;
    private final Speaker speaker;
    private final Neighborhood neighborhood;
    private final Leading leading;
    private final @Nullable ForwardingPlane plane;
    private final Environment environment;
    private final Supplier<Cause> cause;
    private final Aggregates aggregates;
    private final List<Learner> learners = new ArrayList<>();
    private boolean settling;
    private boolean ended;

    RoutingProcess(
            DeviceName router,
            Speaker speaker,
            Neighborhood neighborhood,
            Leading leading,
            @Nullable ForwardingPlane plane,
            Environment environment,
            Supplier<Cause> cause) {
        this.router = router;
        this.speaker = speaker;
        this.neighborhood = neighborhood;
        this.leading = leading;
        this.plane = plane;
        this.environment = environment;
        this.cause = cause;
        aggregates = new Aggregates(speaker.config().router());
    }

    Speaker speaker() {
        return speaker;
    }

    boolean isActiveAggregate(Prefix prefix) {
        return aggregates.isActive(prefix);
    }

    /** Begins to follow what the speaker chooses; {@code own} is what its router originates. */
    void begin(OwnRoutes own) {
        judge();
        Forwarding table = plane == null ? null : plane.routes();
        for (AddressFamily each : families(speaker.config().router())) {
            switch (each) {
                case IPV4_UNICAST, IPV6_UNICAST -> {
                    AddressFamilyId family = AddressFamilyId.of(each);
                    Learner learner =
                            new Learner(speaker, family, aggregates, own::contains, table, leading, this, cause);
                    learners.add(learner);
                    speaker.follow(family, learner, environment.now());
                }
                case L2VPN_EVPN -> {
                    Overlay vtep = plane == null ? null : plane.vtep();
                    if (vtep != null) {
                        new Hearing(router, vtep, environment, cause).begin(speaker);
                    }
                }
            }
        }
        own.announceAll(speaker, environment.now());
    }

    private static Set<AddressFamily> families(BgpConfig told) {
        Set<AddressFamily> all = EnumSet.of(AddressFamily.IPV4_UNICAST, AddressFamily.IPV6_UNICAST);
        told.neighbors().forEach(each -> all.addAll(each.group().families()));
        return all;
    }

    /** What controllers say is of external sessions, and names next hops all the same. */
    private void judge() {
        if (neighborhood.isTold()) {
            speaker.nextHopCosts(leading::cost, environment.now());
        } else if (neighborhood.looksAtNextHops()) {
            speaker.nextHopCosts(NextHopCosts.internal(leading::cost), environment.now());
        }
    }

    /** The fabric looks otherwise now: next hops may cost something else, and lead elsewhere. */
    void lookAgain() {
        if (neighborhood.looksAtNextHops()) {
            judge();
            learners.forEach(each -> tell(each.lookAgain()));
        }
    }

    /** It is gone; returns the aggregates of which it was to take care. */
    List<Prefix> end() {
        ended = true;
        return List.copyOf(aggregates.members());
    }

    @Override
    public boolean wantsPrefixes() {
        return environment.isWatching();
    }

    @Override
    public void changedMind(Prefix prefix) {
        environment.changedMind(router, LocRib.Destination.of(prefix));
    }

    @Override
    public void learned(int changes, List<Prefix> news) {
        environment.decided(router, changes);
        tell(news);
        if (!aggregates.isEmpty() && !settling && !ended) {
            settling = true;
            environment.soon(this::settle);
        }
    }

    private void settle() {
        settling = false;
        if (!ended) {
            List<Prefix> changed = aggregates.settle(speaker, environment.now());
            if (plane != null) {
                plane.look(changed);
            }
        }
    }

    private void tell(List<Prefix> news) {
        if (plane != null) {
            plane.tell(news);
        }
    }
}
