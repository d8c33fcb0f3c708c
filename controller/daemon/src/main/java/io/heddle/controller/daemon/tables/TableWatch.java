package io.heddle.controller.daemon.tables;

import io.heddle.controller.core.Event;
import io.heddle.controller.core.State;
import io.heddle.controller.core.announce.Wanted;
import io.heddle.controller.core.reconcile.Backoff;
import io.heddle.controller.daemon.config.TablesConfig;
import io.heddle.controller.daemon.loop.ControllerLoop;
import io.heddle.controller.http.api.Drift;
import io.heddle.controller.log.EventLog;
import io.heddle.controller.log.LogEvent;
import io.heddle.controller.southbound.use.OverlayTables;
import io.heddle.controller.southbound.use.ReadFailed;
import io.heddle.controller.southbound.use.TableReader;
import io.heddle.controller.southbound.use.TableReading;
import io.heddle.controller.southbound.use.TableSource;
import io.heddle.model.fabric.DeviceName;
import io.heddle.topology.plan.Plan;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Looks at every switch that there is a source for, again and again, until it is closed. */
public final class TableWatch implements AutoCloseable {

    private static final int THREADS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TablesConfig config;
    private final ControllerLoop loop;
    private final Predicate<DeviceName> told;
    private final Consumer<Wanted> wants;
    private final EventLog log;
    private final LongSupplier nanos;
    private final Expected expected;
    private final TableReader reader;
    private final List<WatchedSwitch> switches = new ArrayList<>();
    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(
            THREADS, Thread.ofPlatform().name("tables-", 1).daemon().factory());

    /**
     * Not started.
     *
     * @param told whether a switch was told all that is wanted of it
     * @param wants tells a switch
     */
    public TableWatch(
            TablesConfig config,
            Plan plan,
            ControllerLoop loop,
            Predicate<DeviceName> told,
            Consumer<Wanted> wants,
            EventLog log,
            InstantSource wall,
            LongSupplier nanos) {
        this.config = config;
        this.loop = loop;
        this.told = told;
        this.wants = wants;
        this.log = log;
        this.nanos = nanos;
        expected = new Expected(plan);
        reader = new TableReader(PATIENCE, config.stale(), wall);
        config.switches().forEach((device, source) -> switches.add(new WatchedSwitch(device, source, this, now())));
    }

    /** Begins to look. */
    public void start() {
        threads.setRemoveOnCancelPolicy(true);
        switches.forEach(each -> again(each, 0));
    }

    private void again(WatchedSwitch device, long millis) {
        if (!threads.isShutdown()) {
            var _ = threads.schedule(() -> look(device), millis, TimeUnit.MILLISECONDS);
        }
    }

    private void look(WatchedSwitch device) {
        long pause = every();
        try {
            pause = device.look();
        } catch (RuntimeException e) {
            log.write(LogEvent.FAULT, "where", "tables", "fault", e);
        } finally {
            again(device, pause);
        }
    }

    /** How switches differ from what they should hold, and of which it is not known. */
    public List<Drift> drift() {
        long now = now();
        return switches.stream()
                .flatMap(each -> each.drift(now, config.stale().toMillis()).stream())
                .toList();
    }

    State state() {
        return loop.state();
    }

    TableReading read(TableSource source) throws ReadFailed {
        return reader.read(source);
    }

    Optional<OverlayTables> overlay(TableSource source, TableReading reading) throws ReadFailed {
        return reader.overlay(source, reading);
    }

    Expected expected() {
        return expected;
    }

    Backoff pauses() {
        return new Backoff(every(), Math.max(every(), config.stale().toMillis()));
    }

    long every() {
        return config.every().toMillis();
    }

    long now() {
        return TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong());
    }

    boolean mends() {
        return config.mend();
    }

    boolean isTold(DeviceName device) {
        return told.test(device);
    }

    void want(Wanted wanted) {
        wants.accept(wanted);
    }

    void happened(Event event) {
        var _ = loop.submit(event);
    }

    void log(LogEvent event, DeviceName device, Object... fields) {
        log.write(
                event,
                Stream.concat(Stream.of("switch", device), Stream.of(fields)).toArray());
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
