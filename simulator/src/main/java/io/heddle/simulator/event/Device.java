package io.heddle.simulator.event;

import io.heddle.bgp.decision.NextHopCosts;
import io.heddle.bgp.rib.LocRib;
import io.heddle.bgp.speaker.Speaker;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.evpn.calc.TableEntry;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Link;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import io.heddle.simulator.stable.Premises;
import io.heddle.simulator.timeline.Cause;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A switch, node or external router: what it knows without routing, its speaker, and the tables it makes of both. Single-threaded.
 */
final class Device implements Leading.Surroundings, Learner.Listener {

    private static final Cause START = new Cause(Cause.Kind.OWN, "it started");

    private final DeviceName name;
    private final @Nullable SwitchConfig config;
    private final @Nullable BgpConfig bgp;
    private final List<Link> links;
    private final Environment environment;
    private final @Nullable Hardware hardware;
    private final List<Peering.Side> sides = new ArrayList<>();
    private final Map<Integer, Peering.Side> byPeer = new HashMap<>();
    private final OwnRoutes own;
    private final Ways ways = new Ways();
    private final Leading leading;
    private final @Nullable Forwarding forwarding;
    private final List<Learner> learners = new ArrayList<>();
    /** Changes of EVPN routes that the speaker has not told yet. */
    private final List<LocRib.Change> untold = new ArrayList<>();

    /** How many speakers have ended. */
    private int ended;

    private @Nullable Speaker speaker;
    private @Nullable Overlay overlay;
    private @Nullable Aggregates aggregates;
    private @Nullable Premises premises;
    private Cause cause = START;
    private boolean settling;

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
        this.hardware = hardware;
        this.environment = environment;
        own = new OwnRoutes(groups);
        leading = new Leading(name, ways, this);
        forwarding = hardware == null
                ? null
                : new Forwarding(hardware, groups, ways, this::isActiveAggregate, environment.gathering(), this::tell);
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
        return sides;
    }

    @Nullable
    Speaker speaker() {
        return speaker;
    }

    @Nullable
    Hardware hardware() {
        return hardware;
    }

    void because(Cause why) {
        cause = why;
    }

    Cause cause() {
        return cause;
    }

    private boolean isActiveAggregate(Prefix prefix) {
        return aggregates != null && aggregates.isActive(prefix);
    }

    // Life.

    /** Power comes: nothing is known yet. */
    void boot() {
        if (config != null && hardware != null) {
            overlay = new Overlay(config, hardware, environment.moves());
            overlay.boot(cause);
        }
    }

    /** Power goes, and with it the contents of the tables; returns them. */
    List<TableEntry> lose() {
        stop();
        overlay = null;
        premises = null;
        own.lose();
        if (forwarding != null) {
            forwarding.lose();
        }
        return hardware == null ? List.of() : hardware.lose();
    }

    /** A routing process starts; peers are added by {@link #byPeer}. */
    void run(Speaker started) {
        speaker = started;
        judge(started);
        BgpConfig told = started.config().router();
        Aggregates aggregated = new Aggregates(told);
        aggregates = aggregated;
        for (AddressFamily each : families(told)) {
            switch (each) {
                case IPV4_UNICAST, IPV6_UNICAST -> {
                    AddressFamilyId family = AddressFamilyId.of(each);
                    Learner learner = new Learner(
                            started, family, aggregated, own::contains, forwarding, leading, this, this::cause);
                    learners.add(learner);
                    started.follow(family, learner, environment.now());
                }
                case L2VPN_EVPN -> {
                    if (overlay != null && config != null && config.vtep().isPresent()) {
                        hear(started, overlay);
                    }
                }
            }
        }
        own.announceAll(started, environment.now());
    }

    private boolean looksAtNextHops() {
        return sides.stream().anyMatch(each -> each.isInternal() || each.told);
    }

    /** What controllers say is of external sessions, and names next hops all the same. */
    private void judge(Speaker running) {
        if (sides.stream().anyMatch(each -> each.told)) {
            running.nextHopCosts(leading::cost, environment.now());
        } else if (looksAtNextHops()) {
            running.nextHopCosts(NextHopCosts.internal(leading::cost), environment.now());
        }
    }

    private void hear(Speaker started, Overlay engine) {
        started.listen(
                AddressFamilyId.of(AddressFamily.L2VPN_EVPN),
                changes -> {
                    environment.decided(name, changes.size());
                    if (environment.isWatching()) {
                        changes.forEach(each -> environment.changedMind(name, each.destination()));
                    }
                    gather(engine, changes);
                },
                environment.now());
        engine.announceAll(started, environment.now());
    }

    private void gather(Overlay engine, List<LocRib.Change> changes) {
        if (environment.gathering().isInstant()) {
            engine.heard(changes, cause);
            return;
        }
        if (untold.isEmpty()) {
            int started = ended;
            environment.gathering().after(() -> {
                if (started == ended) {
                    List<LocRib.Change> all = List.copyOf(untold);
                    untold.clear();
                    engine.heard(all, cause);
                }
            });
        }
        untold.addAll(changes);
    }

    private static Set<AddressFamily> families(BgpConfig told) {
        Set<AddressFamily> all = EnumSet.of(AddressFamily.IPV4_UNICAST, AddressFamily.IPV6_UNICAST);
        told.neighbors().forEach(each -> all.addAll(each.group().families()));
        return all;
    }

    /** The routing process is gone. Its routes leave the tables: that is what a kernel does whose routing daemon restarts cold. */
    void stop() {
        speaker = null;
        untold.clear();
        ended++;
        byPeer.clear();
        ways.forgetPeers();
        learners.clear();
        sides.forEach(each -> {
            each.peerNumber = -1;
            each.established = false;
        });
        Aggregates before = aggregates;
        aggregates = null;
        if (forwarding != null) {
            List<Prefix> gone = new ArrayList<>(forwarding.unlearn(cause));
            if (before != null) {
                List<Prefix> aggregated = List.copyOf(before.members());
                forwarding.look(aggregated, cause);
                gone.addAll(aggregated);
            }
            tell(gone);
        }
        if (overlay != null) {
            overlay.deaf(cause);
        }
    }

    /** The number that the speaker gave to the other side of a session. */
    void peerIs(Peering.Side side, int number) {
        side.peerNumber = number;
        byPeer.put(number, side);
    }

    // What it knows.

    /** It sees the fabric so from now on. */
    void see(Premises seen, Cause why) {
        if (seen == premises) {
            return;
        }
        premises = seen;
        cause = why;
        if (forwarding != null) {
            tell(forwarding.know(seen.localRoutes(name), why));
        }
        own.become(seen.originated(name), speaker, environment.now());
        if (overlay != null) {
            overlay.hosts(seen.hosts(name), speaker, why, environment.now());
        }
        if (looksAtNextHops()) {
            if (speaker != null) {
                judge(speaker);
            }
            learners.forEach(each -> tell(each.lookAgain()));
        }
    }

    private void tell(List<Prefix> news) {
        if (overlay != null && !news.isEmpty()) {
            overlay.routesChanged(news, cause);
        }
    }

    // What its speaker chose.

    @Override
    public boolean wantsPrefixes() {
        return environment.isWatching();
    }

    @Override
    public void changedMind(Prefix prefix) {
        environment.changedMind(name, LocRib.Destination.of(prefix));
    }

    @Override
    public void learned(int changes, List<Prefix> news) {
        environment.decided(name, changes);
        tell(news);
        if (aggregates != null && !aggregates.isEmpty() && !settling) {
            settling = true;
            environment.soon(this::settle);
        }
    }

    private void settle() {
        settling = false;
        Speaker running = speaker;
        if (running != null && aggregates != null && forwarding != null) {
            List<Prefix> changed = aggregates.settle(running, environment.now());
            forwarding.look(changed, cause);
            tell(changed);
        } else if (running != null && aggregates != null) {
            aggregates.settle(running, environment.now());
        }
    }

    // What its forwarding asks.

    @Override
    public Peering.@Nullable Side withPeer(int number) {
        return byPeer.get(number);
    }

    @Override
    public Peering.@Nullable Side at(IpAddress address) {
        return environment.sideAt(address);
    }

    @Override
    public @Nullable DeviceName nodeAt(IpAddress nextHop) {
        return environment.nodeAt(name, nextHop);
    }

    @Override
    public @Nullable Premises premises() {
        return premises;
    }
}
