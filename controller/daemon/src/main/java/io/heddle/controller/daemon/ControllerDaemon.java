package io.heddle.controller.daemon;

import io.heddle.controller.core.Controller;
import io.heddle.controller.core.Event;
import io.heddle.controller.core.Judge;
import io.heddle.controller.core.layout.Layout;
import io.heddle.controller.daemon.admission.TableJudge;
import io.heddle.controller.daemon.agents.AgentWatch;
import io.heddle.controller.daemon.agents.LeafProbe;
import io.heddle.controller.daemon.config.ControllerConfig;
import io.heddle.controller.daemon.config.ControllerConfig.Audit;
import io.heddle.controller.daemon.config.ControllerConfig.LogForm;
import io.heddle.controller.daemon.config.HttpConfig;
import io.heddle.controller.daemon.config.StoreConfig;
import io.heddle.controller.daemon.config.TablesConfig;
import io.heddle.controller.daemon.layout.PlannedLayout;
import io.heddle.controller.daemon.loop.ControllerLoop;
import io.heddle.controller.daemon.tables.TableWatch;
import io.heddle.controller.http.ApiServer;
import io.heddle.controller.http.api.Drift;
import io.heddle.controller.http.server.ServerLimits;
import io.heddle.controller.http.server.ServerOptions;
import io.heddle.controller.log.EventLog;
import io.heddle.controller.log.LogEvent;
import io.heddle.controller.southbound.use.Pings;
import io.heddle.controller.store.EmbeddedStore;
import io.heddle.controller.store.EtcdStore;
import io.heddle.controller.store.Store;
import io.heddle.controller.store.StoreException;
import io.heddle.controller.tls.CurrentTls;
import io.heddle.model.fabric.DeviceName;
import io.heddle.tls.UnusableTls;
import io.heddle.topology.catalogue.DeviceCatalogue;
import io.heddle.topology.plan.Plan;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The whole controller in one process. Closing it lets go of switches and agents without taking anything back. */
public final class ControllerDaemon implements AutoCloseable {

    private static final int HTTP_THREADS = 2;
    private static final long TICK_SECONDS = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Clocks of the machine. */
    public record Clocks(InstantSource wall, LongSupplier nanos) {}

    private final EventLog log;
    private final Clocks clocks;
    private final Store store;
    private final Southbound southbound;
    private final ControllerLoop loop;
    private final Questions questions;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
    private final ScheduledThreadPoolExecutor asking = new ScheduledThreadPoolExecutor(1);
    private final List<ScheduledFuture<?>> scheduled = new ArrayList<>();
    private final Optional<TableWatch> tables;
    private @Nullable ApiServer http;
    private @Nullable Cluster cluster;

    private ControllerDaemon(
            EventLog log,
            Clocks clocks,
            Store store,
            Southbound southbound,
            ControllerLoop loop,
            Questions questions,
            Optional<TableWatch> tables) {
        this.log = log;
        this.clocks = clocks;
        this.store = store;
        this.southbound = southbound;
        this.loop = loop;
        this.questions = questions;
        this.tables = tables;
    }

    /**
     * The layout that a configuration makes of a plan.
     *
     * @throws IOException if they do not fit together; the message says where
     */
    public static Layout layout(ControllerConfig config, Plan plan) throws IOException {
        Map<DeviceName, Boolean> told = new TreeMap<>();
        config.bgp().ifPresent(bgp -> bgp.switches().forEach(each -> told.put(each.device(), each.evpn())));
        config.openflow().ifPresent(flows -> flows.datapaths().values().forEach(each -> told.put(each, false)));
        Layout layout = PlannedLayout.of(plan, config.podNetwork(), config.limits(), told, config.silent());
        Fitting.check(config, plan, layout);
        return layout;
    }

    /**
     * Reads the store, tells the switches, then opens the API.
     *
     * @throws IOException when the store cannot be used, or an address cannot be listened on; the message says which
     */
    public static ControllerDaemon start(
            ControllerConfig config, Plan plan, DeviceCatalogue devices, PrintStream err, Clocks clocks)
            throws IOException {
        EventLog log = new EventLog(err, config.log() == LogForm.JSON, clocks.wall());
        Layout layout = layout(config, plan);
        Supplier<Judge> judges = () -> config.audit() == Audit.OFF
                ? Judge.LENIENT
                : new TableJudge(plan, devices, config.audit() == Audit.SINGLE_FAILURES);
        config.silent()
                .unannounced()
                .forEach(each -> log.write(
                        LogEvent.WARNING,
                        "subject",
                        each,
                        "text",
                        "its subnets are not announced: there may be several controllers, and own-type-5 is not set"));
        Store store = store(config, clocks);
        Southbound southbound = southbound(config, plan, store, log);
        Optional<AgentWatch> agents =
                config.silentSeconds().isEmpty() ? Optional.empty() : Optional.of(agents(config, log, millis(clocks)));
        DaemonOutlet outlet =
                new DaemonOutlet(southbound, log, event -> agents.ifPresent(each -> each.heard(event, millis(clocks))));
        ControllerLoop loop = new ControllerLoop(
                new Controller(judges.get()),
                store,
                outlet,
                store instanceof EmbeddedStore,
                fault -> log.write(LogEvent.FAULT, "where", "controller", "fault", fault),
                clocks.nanos());
        Optional<TableWatch> tables = config.tables()
                .map(each -> new TableWatch(
                        each,
                        plan,
                        loop,
                        southbound::isTold,
                        wanted -> southbound.want(List.of(wanted)),
                        log,
                        clocks.wall(),
                        clocks.nanos()));
        ControllerDaemon daemon =
                new ControllerDaemon(log, clocks, store, southbound, loop, new Questions(judges), tables);
        try {
            FirstReading.start(loop, layout, log, clocks.nanos());
            if (store instanceof EtcdStore etcd) {
                etcd.start(loop);
            }
            southbound.report(loop);
            daemon.listen(config, outlet);
            if (config.kubernetes().isPresent()) {
                daemon.cluster = Cluster.watch(config.kubernetes().get(), loop, log);
            }
        } catch (IOException e) {
            daemon.close();
            throw e;
        }
        daemon.schedule(config);
        agents.ifPresent(each -> daemon.watch(each, clocks));
        tables.ifPresent(TableWatch::start);
        log.write(
                LogEvent.STARTED,
                "name",
                config.name(),
                "revision",
                loop.state().revision(),
                "nodes",
                loop.state().nodes().size(),
                "pods",
                loop.state().pods(),
                "listens",
                daemon.address().map(Object::toString).orElse("nowhere"));
        return daemon;
    }

    private static Store store(ControllerConfig config, Clocks clocks) throws StoreException {
        return switch (config.store()) {
            case StoreConfig.Embedded embedded -> EmbeddedStore.open(embedded.directory());
            case StoreConfig.Etcd etcd ->
                EtcdStore.of(etcd.endpoints(), etcd.prefix(), config.name(), etcd.leaseSeconds(), clocks.nanos());
        };
    }

    private static Southbound southbound(ControllerConfig config, Plan plan, Store store, EventLog log)
            throws IOException {
        Southbound bgp = Southbound.NOBODY;
        try {
            if (config.bgp().isPresent()) {
                bgp = BgpSessions.start(config.bgp().get(), log);
            }
            return config.openflow().isEmpty()
                    ? bgp
                    : new JoinedSouthbound(
                            bgp,
                            OpenFlowSwitches.start(
                                    config.openflow().get(),
                                    plan,
                                    log,
                                    store instanceof EtcdStore etcd ? Optional.of(etcd::doubted) : Optional.empty()));
        } catch (IOException | RuntimeException e) {
            bgp.close();
            store.close();
            throw e;
        }
    }

    private void listen(ControllerConfig config, DaemonOutlet outlet) throws IOException {
        if (config.http().isEmpty()) {
            return;
        }
        HttpConfig given = config.http().get();
        Optional<CurrentTls> tls = Optional.empty();
        if (given.tls().isPresent()) {
            try {
                tls = Optional.of(CurrentTls.load(given.tls().get()));
            } catch (UnusableTls e) {
                throw new IOException(e.getMessage(), e);
            }
        }
        ApiServer server = ApiServer.start(
                new ServerOptions(given.listen(), tls, given.hosts(), ServerLimits.DEFAULT, HTTP_THREADS),
                new DaemonNorthbound(loop, questions, this::drift),
                log);
        http = server;
        outlet.feed(server.feed());
    }

    private void schedule(ControllerConfig config) {
        timer.setRemoveOnCancelPolicy(true);
        scheduled.add(timer.scheduleWithFixedDelay(
                () -> loop.submit(new Event.Tick()), TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS));
        config.backup().ifPresent(given -> {
            Backups backups = new Backups(given);
            scheduled.add(timer.scheduleWithFixedDelay(
                    () -> back(backups), given.everyMinutes(), given.everyMinutes(), TimeUnit.MINUTES));
        });
    }

    private static long millis(Clocks clocks) {
        return TimeUnit.NANOSECONDS.toMillis(clocks.nanos().getAsLong());
    }

    private static AgentWatch agents(ControllerConfig config, EventLog log, long now) {
        return new AgentWatch(
                TimeUnit.SECONDS.toMillis(config.silentSeconds().orElseThrow()),
                new LeafProbe(config.tables().map(TablesConfig::switches).orElse(new TreeMap<>()), new Pings(PATIENCE)),
                log,
                now);
    }

    /** On a thread of its own: a node that does not answer is waited for. */
    private void watch(AgentWatch agents, Clocks clocks) {
        scheduled.add(asking.scheduleWithFixedDelay(
                () -> ask(agents, millis(clocks)), TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS));
    }

    private void ask(AgentWatch agents, long now) {
        try {
            agents.look(loop.state(), loop.trouble().isEmpty(), now)
                    .forEach(each -> loop.submit(new Event.NodeDead(each)));
        } catch (RuntimeException e) {
            log.write(LogEvent.FAULT, "where", "agents", "fault", e);
        }
    }

    private void back(Backups backups) {
        try {
            log.write(LogEvent.BACKUP, "file", backups.make(loop.state()));
        } catch (IOException e) {
            log.write(LogEvent.BACKUP_FAILED, "reason", String.valueOf(e.getMessage()));
        }
    }

    private List<Drift> drift() {
        List<Drift> all = new ArrayList<>(southbound.drift());
        tables.ifPresent(each -> all.addAll(each.drift()));
        return all;
    }

    /** Has the virtual machine compile what reports run through; the controller serves meanwhile. */
    public void warmUp() {
        Thread.ofPlatform().name("warm-up").daemon().start(new WarmUp(log, clocks)::run);
    }

    /** Where the API listens. */
    public Optional<InetSocketAddress> address() {
        return Optional.ofNullable(http).map(ApiServer::address);
    }

    /** What is decided and kept. */
    public ControllerLoop loop() {
        return loop;
    }

    @Override
    public void close() {
        scheduled.forEach(each -> each.cancel(false));
        timer.shutdownNow();
        asking.shutdownNow();
        Cluster watched = cluster;
        if (watched != null) {
            watched.close();
        }
        ApiServer server = http;
        if (server != null) {
            server.close();
        }
        tables.ifPresent(TableWatch::close);
        questions.close();
        loop.close();
        southbound.close();
        store.close();
        log.write(LogEvent.STOPPED, "revision", loop.state().revision());
    }
}
