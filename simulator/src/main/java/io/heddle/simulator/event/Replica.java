package io.heddle.simulator.event;

import io.heddle.bgp.rib.RouteOptions;
import io.heddle.bgp.session.RestartConfig;
import io.heddle.bgp.session.SessionConfig;
import io.heddle.bgp.session.TransportConfig;
import io.heddle.bgp.speaker.Speaker;
import io.heddle.bgp.speaker.SpeakerConfig;
import io.heddle.bgp.speaker.SpeakerPeer;
import io.heddle.controller.core.Controller;
import io.heddle.controller.core.Early;
import io.heddle.controller.core.Judge;
import io.heddle.controller.core.Lingering;
import io.heddle.controller.core.State;
import io.heddle.controller.core.Step;
import io.heddle.controller.core.announce.Announcement;
import io.heddle.controller.core.announce.Difference;
import io.heddle.controller.core.announce.RouteKey;
import io.heddle.controller.core.announce.Wanted;
import io.heddle.controller.core.speak.Table;
import io.heddle.model.agent.AgentReport;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.simulator.timeline.Beyond;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One controller: its state, and a speaker for each switch it tells, so that nothing passes through it. Single-threaded. */
final class Replica {

    final int number;
    final DeviceName name;
    /** Room is looked for by the simulated tables themselves. */
    final Controller core = new Controller(Judge.LENIENT);

    private final World world;
    private final Controllers given;
    private final ControllerSessions sessions;
    private final Map<DeviceName, Teller> tellers = new LinkedHashMap<>();
    private State state = State.EMPTY;
    private boolean powered;
    private boolean running;
    private boolean towardsSwitches = true;
    private boolean towardsStore = true;
    private long timesAnswered;
    /** It could not write, and takes no report before it has read the store again. */
    private boolean inTrouble;
    /** The store took what it was given last: what it is given next may be told at once. */
    private boolean trusted = true;
    /** Told ahead of what the store is still to write. */
    private List<Difference> early = List.of();

    private Lingering lingering = new Lingering();
    /** What lingers, as it was told last. */
    private Map<DeviceName, List<Announcement>> lingers = Map.of();

    /** The side of a session that is the controller's. */
    private static final class Teller {
        final Peering.Side side;

        @Nullable
        Speaker speaker;

        @Nullable
        Table table;

        /** What it tells now. */
        final NavigableMap<RouteKey, Announcement> held = new TreeMap<>();

        Teller(Peering.Side side) {
            this.side = side;
        }
    }

    Replica(World world, Controllers given, ControllerSessions sessions, int number) {
        this.world = world;
        this.given = given;
        this.sessions = sessions;
        this.number = number;
        name = DeviceName.of("controller-" + number);
    }

    void tells(DeviceName device, Peering.Side own) {
        tellers.put(device, new Teller(own));
    }

    /** Whether its machine has power; it may not have read the store yet. */
    boolean isPowered() {
        return powered;
    }

    void power() {
        powered = true;
    }

    /** Whether it has read the store, and tells switches. */
    boolean isRunning() {
        return running;
    }

    boolean reachesSwitches() {
        return towardsSwitches;
    }

    boolean reachesStore() {
        return towardsStore;
    }

    /** How often the store began to answer it again. */
    long timesAnswered() {
        return timesAnswered;
    }

    void answered() {
        timesAnswered++;
    }

    void reach(Beyond what, boolean reached) {
        switch (what) {
            case SWITCHES -> {
                towardsSwitches = reached;
                if (!reached && running) {
                    untilForgotten(true);
                }
                sessions.changed();
            }
            case STORE -> towardsStore = reached;
        }
    }

    boolean isInTrouble() {
        return inTrouble;
    }

    /** Whether routes may be told while the store writes them. */
    boolean tellsEarly() {
        return trusted;
    }

    /** The store took what it was given. */
    void wrote() {
        trusted = true;
    }

    void couldNotWrite() {
        inTrouble = true;
        trusted = false;
    }

    State state() {
        return state;
    }

    /** What it tells a switch: after a time without the store, not what the store has. */
    Collection<Announcement> telling(DeviceName device) {
        Teller teller = tellers.get(device);
        return teller == null ? List.of() : teller.held.values();
    }

    void become(State next) {
        state = next;
        early = List.of();
    }

    @Nullable
    Speaker speakerTowards(DeviceName device) {
        Teller teller = tellers.get(device);
        return teller == null ? null : teller.speaker;
    }

    /** It has read the store, and opens its sessions. */
    void run(State read) {
        running = true;
        state = read;
        // Switches listen before it connects.
        sessions.changed();
        tellers.forEach((device, teller) -> {
            BgpConfig own = new BgpConfig(given.asn(), routerId(), List.of(), List.of(), 1, true);
            Speaker speaker = world.network.add(SpeakerConfig.of(given.asn(), routerId(), 1), List.of(teller.side.own));
            SpeakerPeer peer = SpeakerPeer.of(
                            own,
                            device.value(),
                            TransportConfig.of(teller.side.remote).withLocalAddress(teller.side.own),
                            teller.side.end.neighbor().remoteAs(),
                            teller.side.end.neighbor().group())
                    .with(new RouteOptions(false, 1, teller.side.rank));
            teller.speaker = speaker;
            // End-of-RIB before all that is wanted stands in the table would have the switch drop what it has kept.
            speaker.holdBack();
            teller.side.peerNumber = speaker.addPeer(peer.with(session(peer)), world.network.now());
            teller.table = new Table(speaker, Wanted.nothing(device));
            tell(Difference.between(Wanted.nothing(device), read.wanted(device)));
            speaker.release(world.network.now());
        });
    }

    /** It reads the store anew, and tells switches what differs. What it told early and could not write stays told for a while. */
    void read(State kept) {
        become(state.over(kept));
        inTrouble = false;
        lingering.begin(state, world.now());
        lingers = lingering.routes(state);
        tellers.keySet().forEach(this::retell);
        if (!lingering.isEmpty()) {
            world.later(world.now() + Lingering.GRACE_NANOS, () -> {
                lingering.expire(world.now());
                relinger();
            });
        }
    }

    /** Tells what may be told of steps that the store is still to write. */
    void ahead(List<Step> steps) {
        early = Early.of(state, steps);
        for (Difference each : early) {
            Teller teller = tellers.get(each.device());
            List<Announcement> fresh = each.announce().stream()
                    .filter(route -> teller != null && !route.equals(teller.held.get(route.key())))
                    .toList();
            if (!fresh.isEmpty()) {
                tell(new Difference(each.device(), each.from(), each.to(), fresh, List.of()));
            }
        }
    }

    /** The store did not take these steps. */
    void failed(List<Step> steps) {
        if (trusted) {
            lingering.failed(state, steps);
            lingers = lingering.routes(state);
            early = List.of();
        }
    }

    /** An agent reports, whether that can be taken or not. */
    void heard(AgentReport report) {
        lingering.heard(state, report, "");
        relinger();
    }

    /** The store has something new. */
    void settle() {
        lingering.settle(state);
        relinger();
    }

    private void relinger() {
        Map<DeviceName, List<Announcement>> before = lingers;
        lingers = lingering.routes(state);
        Set<DeviceName> changed = new TreeSet<>(before.keySet());
        changed.addAll(lingers.keySet());
        changed.removeIf(each -> before.getOrDefault(each, List.of()).equals(lingers.getOrDefault(each, List.of())));
        changed.forEach(this::retell);
    }

    private void retell(DeviceName device) {
        Teller teller = tellers.get(device);
        if (teller != null) {
            Wanted wanted = Lingering.wanted(
                    state.wanted(device), state.revision(), lingers.getOrDefault(device, List.of()), early);
            tell(Difference.between(new Wanted(device, state.revision(), teller.held), wanted));
        }
    }

    private SessionConfig session(SpeakerPeer peer) {
        SessionConfig session = peer.peer().session().withTimers(world.settings.session());
        return given.restartTime() == 0
                ? session
                : session.withRestart(RestartConfig.DEFAULT
                        .withRestartTime(given.restartTime())
                        .afterRestart());
    }

    private IpAddress routerId() {
        return IpAddress.v4(0xAC1F_FF01L + number);
    }

    void tell(Difference difference) {
        Teller teller = tellers.get(difference.device());
        if (teller != null && teller.table != null) {
            teller.table.follow(difference, world.network.now());
            difference.announce().forEach(each -> teller.held.put(each.key(), each));
            difference.withdraw().forEach(teller.held::remove);
            world.active();
        }
    }

    /**
     * It is gone; {@code closing} if its machine lives on and closes its connections. Rest waits until switches keep nothing of it any
     * more.
     */
    void die(boolean closing) {
        powered = false;
        inTrouble = false;
        trusted = true;
        early = List.of();
        lingering = new Lingering();
        lingers = Map.of();
        if (running) {
            untilForgotten(!closing);
            running = false;
            for (Teller each : tellers.values()) {
                world.network.remove(each.side.own, closing);
                each.speaker = null;
                each.table = null;
                each.held.clear();
                each.side.peerNumber = -1;
                each.side.established = false;
            }
            world.active();
        }
    }

    private void untilForgotten(boolean silently) {
        long missed = silently ? world.settings.session().holdTime() : 0;
        world.later(world.now() + (missed + given.restartTime() + 1) * 1_000_000_000L, () -> {});
    }
}
