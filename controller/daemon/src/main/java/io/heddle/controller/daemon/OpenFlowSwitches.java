package io.heddle.controller.daemon;

import io.heddle.controller.core.Event;
import io.heddle.controller.core.State;
import io.heddle.controller.core.announce.Wanted;
import io.heddle.controller.daemon.config.OpenFlowConfig;
import io.heddle.controller.daemon.loop.ControllerLoop;
import io.heddle.controller.http.api.Drift;
import io.heddle.controller.log.EventLog;
import io.heddle.controller.log.LogEvent;
import io.heddle.controller.onos.SwitchTls;
import io.heddle.controller.onos.openflow.SwitchPort;
import io.heddle.controller.onos.provider.Intent;
import io.heddle.controller.onos.provider.Lead;
import io.heddle.controller.onos.provider.OpenFlowProvider;
import io.heddle.controller.onos.provider.Outcome;
import io.heddle.controller.onos.provider.ProviderEvents;
import io.heddle.controller.onos.provider.Standing;
import io.heddle.controller.tls.CurrentTls;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Outage;
import io.heddle.tls.UnusableTls;
import io.heddle.topology.plan.Plan;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Switches told by OpenFlow. They speak no BGP, so they are not told announcements but all their tables: on one thread the fabric is solved at the
 * latest revision, which may be several on, without the cables that switches say are dark, and each switch is pushed what differs. Of several controllers all do so, and the one that leads pushes.
 */
final class OpenFlowSwitches implements Southbound {

    private static final Duration SILENCE = Duration.ofSeconds(5);
    private static final long LOOK_SECONDS = 1;

    private final OpenFlowConfig config;
    private final FabricIntents intents;
    /** Of the thread's. */
    private final DarkCables cables;

    private final EventLog log;
    private final SortedMap<DeviceName, ToldSwitch> switches = new TreeMap<>();
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("openflow").daemon().factory());
    private final AtomicBoolean queued = new AtomicBoolean();
    private final OpenFlowProvider provider;
    private final SwitchSetups setups;
    private volatile @Nullable ControllerLoop loop;
    private final Optional<Runnable> doubted;
    private final Optional<CurrentTls> tls;
    private volatile boolean closing;
    private volatile Lead lead;
    private long solved = -1;
    private Outage solvedUnder = Outage.NONE;
    private @Nullable Lead solvedAs;

    private OpenFlowSwitches(
            OpenFlowConfig config, Plan plan, EventLog log, Optional<Runnable> doubted, Optional<CurrentTls> tls)
            throws InterruptedException {
        this.tls = tls;
        // A socket file is protected by its directory.
        Optional<SwitchTls> channels =
                tls.filter(_ -> config.listen() instanceof InetSocketAddress).map(SwitchCertificates::new);
        this.config = config;
        this.log = log;
        this.doubted = doubted;
        lead = doubted.isPresent() ? new Lead.Follows() : new Lead.Alone();
        intents = new FabricIntents(plan, config.datapaths().values());
        cables = new DarkCables(plan.fabric(), config.datapaths().values());
        config.datapaths().values().forEach(each -> switches.put(each, new ToldSwitch(each, this::push)));
        provider = new OpenFlowProvider(config.listen(), config.datapaths(), new Happening(), SILENCE, lead, channels);
        setups = new SwitchSetups(config, log, SILENCE, lead, this::doubt, tls.map(SwitchCertificates::new));
    }

    /**
     * Listens; nothing is told before something is known.
     *
     * @param doubted where there are several controllers: run when a switch takes another one for its master
     * @throws IOException if nobody can listen there; the message says where
     */
    static OpenFlowSwitches start(OpenFlowConfig config, Plan plan, EventLog log, Optional<Runnable> doubted)
            throws IOException {
        try {
            SocketFile.clear(config.listen());
            Optional<CurrentTls> tls = config.tls().isEmpty()
                    ? Optional.empty()
                    : Optional.of(CurrentTls.load(config.tls().get()));
            return listening(config, plan, log, doubted, tls);
        } catch (UnusableTls e) {
            throw new IOException("openflow.tls: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new IOException("openflow.listen: " + config.listen() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("openflow.listen: interrupted", e);
        }
    }

    /** Netty throws what binding failed at without declaring it. */
    private static OpenFlowSwitches listening(
            OpenFlowConfig config, Plan plan, EventLog log, Optional<Runnable> doubted, Optional<CurrentTls> tls)
            throws IOException, InterruptedException {
        return new OpenFlowSwitches(config, plan, log, doubted, tls);
    }

    boolean has(DeviceName device) {
        return switches.containsKey(device);
    }

    private CompletableFuture<Outcome> push(Intent intent, Lead as) {
        return provider.want(intent, as);
    }

    private void doubt() {
        doubted.ifPresent(Runnable::run);
    }

    @Override
    public void leads(long term) {
        if (doubted.isEmpty()) {
            return;
        }
        Lead now = term == 0 ? new Lead.Follows() : new Lead.Leads(term);
        lead = now;
        if (now instanceof Lead.Follows) {
            provider.lead(now);
            setups.lead(now);
        }
        soon();
    }

    @Override
    public void report(ControllerLoop given) {
        loop = given;
        switches.forEach((device, each) -> {
            if (each.isUp()) {
                given.submit(new Event.SwitchUp(device));
            }
        });
        // Pods that nodes announce make no want, so the revision is looked at too.
        var _ = thread.scheduleWithFixedDelay(this::soon, 0, LOOK_SECONDS, TimeUnit.SECONDS);
        long every = config.every().toSeconds();
        var _ = thread.scheduleWithFixedDelay(this::look, every, every, TimeUnit.SECONDS);
    }

    @Override
    public void want(Collection<Wanted> wants) {
        soon();
    }

    private void soon() {
        if (!closing && queued.compareAndSet(false, true)) {
            thread.execute(this::solve);
        }
    }

    private void solve() {
        queued.set(false);
        ControllerLoop from = loop;
        if (from == null) {
            return;
        }
        // Who leads by now has read the store before: the state is at least as late as what the leader before has told.
        Lead as = lead;
        State state = from.state();
        Outage outage = outage();
        if (state.revision() == solved && as.equals(solvedAs) && outage.equals(solvedUnder)) {
            return;
        }
        DarkCables.changes(solvedUnder, outage).forEach(each -> log.write(LogEvent.CABLE, "cable", each));
        solvedUnder = outage;
        try {
            var solution = intents.at(state, outage);
            solution.forEach(setups::want);
            if (as.equals(lead)) {
                setups.lead(as);
                provider.lead(as);
            }
            solution.forEach((device, intent) -> told(device).want(state.revision(), outage, as, intent));
            solved = state.revision();
            solvedAs = as;
        } catch (RuntimeException e) {
            log.write(LogEvent.FAULT, "where", "openflow", "fault", e);
        }
    }

    /** By what the switches say of their ports now. */
    private Outage outage() {
        for (DeviceName each : switches.keySet()) {
            if (provider.isConnected(each)) {
                cables.saw(each, provider.ports(each));
            }
        }
        return cables.outage();
    }

    /** Reads every switch and mends what somebody else changed. */
    private void look() {
        tls.ifPresent(this::renew);
        switches.forEach((device, each) -> {
            if (each.isUp()) {
                var _ = provider.audit(device).whenComplete((done, failure) -> {
                    int changed = each.looked(done, failure);
                    if (changed > 0) {
                        log.write(
                                LogEvent.DRIFT,
                                "switch",
                                device,
                                "what",
                                "rules",
                                "wanted",
                                "as told",
                                "found",
                                changed + " differed and were put right");
                    }
                });
            }
        });
    }

    /** Whom a new reading of the files no longer believes must not stay: all come again. */
    private void renew(CurrentTls current) {
        switch (current.refresh()) {
            case CurrentTls.Refreshed.Same _ -> {}
            case CurrentTls.Refreshed.Kept(String reason) -> log.write(LogEvent.CERTIFICATES_KEPT, "reason", reason);
            case CurrentTls.Refreshed.Renewed _ -> {
                log.write(LogEvent.CERTIFICATES_READ);
                provider.reconnect("certificates were read again");
                setups.reconnect("certificates were read again");
            }
        }
    }

    private ToldSwitch told(DeviceName device) {
        ToldSwitch found = switches.get(device);
        if (found == null) {
            throw new IllegalArgumentException(device + " has no datapath");
        }
        return found;
    }

    private void submit(Event event) {
        ControllerLoop to = loop;
        if (to != null) {
            to.submit(event);
        }
    }

    @Override
    public List<Drift> drift() {
        return Stream.concat(switches.values().stream().flatMap(each -> each.drift().stream()), setups.drift().stream())
                .toList();
    }

    @Override
    public boolean isTold(DeviceName device) {
        ToldSwitch found = switches.get(device);
        return found != null && found.isTold();
    }

    @Override
    public void close() {
        closing = true;
        thread.shutdownNow();
        setups.close();
        provider.close();
        try {
            SocketFile.remove(config.listen());
        } catch (IOException e) {
            log.write(LogEvent.FAULT, "where", "openflow", "fault", e);
        }
    }

    private final class Happening implements ProviderEvents {

        @Override
        public void settled(Outcome outcome) {
            told(outcome.device()).came(outcome);
            log.write(LogEvent.SWITCH_UP, "switch", outcome.device());
            submit(new Event.SwitchUp(outcome.device()));
            soon(); // its ports
        }

        @Override
        public void stands(DeviceName device, Standing standing) {
            switch (standing) {
                case Standing.Writes _
                when lead instanceof Lead.Leads(long term) -> role(device, "master", "term " + term);
                case Standing.StandsBy _ -> role(device, "slave", "another leads, or nobody");
                case Standing.Displaced(String reason) -> {
                    role(device, "none", reason);
                    doubt();
                }
                case Standing.Writes _, Standing.Unknown _ -> {}
            }
        }

        private void role(DeviceName device, String role, String reason) {
            log.write(LogEvent.SWITCH_ROLE, "switch", device, "role", role, "reason", reason);
        }

        @Override
        public void portChanged(DeviceName device, SwitchPort port) {
            soon();
        }

        @Override
        public void lost(DeviceName device, String reason) {
            told(device).went(reason);
            if (!closing) {
                log.write(LogEvent.SWITCH_DOWN, "switch", device, "reason", reason);
                submit(new Event.SwitchDown(device, reason));
            }
        }

        @Override
        public void refused(String peer, String reason) {
            log.write(LogEvent.CONNECTION_CUT, "remote", peer, "reason", reason);
        }
    }
}
