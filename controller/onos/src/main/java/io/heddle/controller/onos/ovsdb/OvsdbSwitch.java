package io.heddle.controller.onos.ovsdb;

import io.heddle.controller.onos.SwitchTls;
import io.heddle.controller.onos.provider.Lead;
import io.heddle.json.Json;
import io.heddle.model.fabric.DeviceName;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One switch: what is wanted of it, what its database holds, and the transactions that bring the two together, one at a time. Everything but
 * {@link #report} runs on one event loop.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what is scheduled looks for itself whether it is still wanted
final class OvsdbSwitch implements OvsdbChannel.Listener {

    private static final String DATABASE = "Open_vSwitch";
    private static final Duration RECONNECT = Duration.ofSeconds(1);
    /** Between two transactions for the same wish: somebody who changes things back must not be fought with at full speed. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final DeviceName name;
    private final SocketAddress address;
    private final Bootstrap bootstrap;
    private final EventLoop loop;
    private final OvsdbEvents events;
    private final WriteLock lock;
    private volatile SwitchReport report = SwitchReport.NEW;
    private @Nullable OvsdbChannel channel;
    private @Nullable Replica replica;
    private @Nullable SwitchSetup wanted;
    private boolean asking;
    private boolean fresh;
    private boolean pausing;
    private boolean settled;
    private boolean closed;
    private String refusal = "";
    private String lastLoss = "";

    OvsdbSwitch(
            DeviceName name,
            SocketAddress address,
            Bootstrap bootstrap,
            EventLoop loop,
            OvsdbEvents events,
            Lead first) {
        lock = new WriteLock(name, first);
        this.name = name;
        this.address = address;
        this.bootstrap = bootstrap;
        this.loop = loop;
        this.events = events;
    }

    SwitchReport report() {
        return report;
    }

    void connect() {
        if (closed) {
            return;
        }
        bootstrap.connect(address).addListener((io.netty.channel.ChannelFuture done) -> {
            if (!done.isSuccess()) {
                closed(String.valueOf(done.cause()));
            }
        });
    }

    void want(SwitchSetup setup) {
        if (!setup.equals(wanted)) {
            wanted = setup;
            fresh = true;
        }
        settle();
    }

    /** Who does not lead watches and changes nothing. */
    void lead(Lead now) {
        if (lock.lead(now)) {
            claim();
        }
    }

    private void claim() {
        OvsdbChannel to = channel;
        if (to == null || replica == null) {
            return;
        }
        if (lock.isToBeGiven()) {
            lock.owned(false);
            to.ask("unlock", lock.params());
        } else if (lock.isToBeTaken()) {
            to.ask("steal", lock.params()).whenComplete((locked, failure) -> {
                if (!to.equals(channel)) {
                    return;
                }
                if (locked == null) {
                    events.refused(name, "it gives nobody the right to write: " + text(failure));
                    loop.schedule(this::claim, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                } else {
                    lock.owned(true);
                    claim(); // it may have stopped leading meanwhile
                    settle();
                }
            });
        }
    }

    @Override
    public void stolen() {
        lock.owned(false);
        events.refused(name, "another controller took the right to write");
        OvsdbChannel to = channel;
        if (to != null) {
            // RFC 7047 section 4.1.8: who lost a lock still waits for it, and may not ask again before it lets go of
            // that.
            to.ask("unlock", lock.params());
        }
        loop.schedule(this::claim, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    void reconnect(String reason) {
        if (channel != null) {
            channel.end(reason);
        }
    }

    void close() {
        closed = true;
        if (channel != null) {
            channel.end("the controller ends");
        }
    }

    @Override
    public void opened(OvsdbChannel opened) {
        channel = opened;
        Replica first = new Replica();
        opened.ask("monitor", List.of(Json.text(DATABASE), Json.text("heddle"), Replica.request()))
                .whenComplete((tables, failure) -> {
                    if (tables == null) {
                        opened.end("it cannot be watched: " + text(failure));
                        return;
                    }
                    try {
                        first.apply(tables);
                    } catch (BadMessage e) {
                        opened.end("it sent garbage: " + e.getMessage());
                        return;
                    }
                    replica = first;
                    lastLoss = "";
                    report = new SwitchReport(true, "", List.of("nothing is wanted yet"), List.of(), List.of());
                    events.connected(name);
                    claim();
                    settle();
                });
    }

    @Override
    public void updated(Json tables) throws BadMessage {
        if (replica == null) {
            throw new BadMessage("an update before the first answer");
        }
        replica.apply(tables);
        settle();
    }

    @Override
    public void closed(String reason) {
        channel = null;
        replica = null;
        asking = false;
        settled = false;
        lock.owned(false);
        refusal = "";
        report = SwitchReport.away(reason);
        if (closed) {
            return;
        }
        if (!reason.equals(lastLoss)) {
            lastLoss = reason;
            events.lost(name, reason);
        }
        loop.schedule(this::connect, RECONNECT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void settle() {
        OvsdbChannel to = channel;
        Replica held = replica;
        SwitchSetup setup = wanted;
        if (to == null || held == null || setup == null) {
            return;
        }
        SetupDifference.Steps steps = SetupDifference.between(setup, held);
        report = new SwitchReport(true, "", steps.reasons(), faults(setup, held), steps.foreign());
        if (steps.operations().isEmpty()) {
            settled = steps.reasons().isEmpty();
            fresh = false;
            refusal = "";
            return;
        }
        if (!lock.mayWrite() || asking || pausing && !fresh) {
            return;
        }
        if (settled && !fresh) {
            events.drifted(name, steps.reasons());
        }
        settled = false;
        fresh = false;
        transact(to, steps);
    }

    private void transact(OvsdbChannel to, SetupDifference.Steps steps) {
        asking = true;
        List<Json> operations = new ArrayList<>(lock.guard());
        operations.addAll(steps.operations());
        List<Json> params = new ArrayList<>(List.of(Json.text(DATABASE)));
        params.addAll(operations);
        to.ask("transact", params).whenComplete((results, failure) -> {
            if (!to.equals(channel)) {
                return;
            }
            asking = false;
            String refused = results == null
                    ? text(failure)
                    : Results.error(results, operations).orElse("");
            if (!refused.isEmpty() && !refused.equals(refusal)) {
                events.refused(name, refused);
            }
            refusal = refused;
            pausing = true;
            loop.schedule(
                    () -> {
                        pausing = false;
                        settle();
                    },
                    PAUSE.toMillis(),
                    TimeUnit.MILLISECONDS);
            settle();
        });
    }

    private List<String> faults(SwitchSetup setup, Replica held) {
        List<String> faults = new ArrayList<>(setup.unplaced());
        if (!refusal.isEmpty()) {
            faults.add(refusal);
        }
        faults.addAll(Troubles.of(setup, held));
        return faults;
    }

    private static String text(@Nullable Throwable failure) {
        return failure == null ? "no answer" : String.valueOf(failure.getMessage());
    }

    /** What a new connection is served by. */
    OvsdbChannel on(Channel opening, Duration tick, Optional<SwitchTls> tls) {
        return new OvsdbChannel(opening, this, tick, tls, name.value());
    }
}
