package io.heddle.controller.onos.provider;

import io.heddle.controller.onos.change.Change;
import io.heddle.controller.onos.change.ProgramDifference;
import io.heddle.controller.onos.change.SwitchState;
import io.heddle.controller.onos.openflow.OpenFlowSwitch;
import io.heddle.controller.onos.openflow.PushReport;
import io.heddle.controller.onos.pipeline.RouteRules;
import io.heddle.controller.onos.pipeline.SwitchCompiler;
import io.heddle.controller.onos.pipeline.SwitchProgram;
import io.heddle.controller.onos.pipeline.TablesReader;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.tables.ExplicitTables;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One switch of ours: what it is to hold, what it held when last known, and rounds that bring the two together, one after the other. A
 * round that was refused something is tried once more, since removals make room only after additions. A round begins with the role that this
 * controller is to have: who does not lead changes nothing.
 */
final class ManagedSwitch {

    private static final int TRIES = 2;

    private final DeviceName name;
    private final Executor executor;
    private final Supplier<Lead> current;
    private final RoleKeeper role;
    /** Used by one task after the other. */
    private final RouteRules rules = new RouteRules();

    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);
    private @Nullable Intent intent;
    private @Nullable SwitchProgram program;
    private Lead meant;
    private @Nullable OpenFlowSwitch channel;
    private @Nullable SwitchState held;

    /** @param current whether this controller leads now, whatever it was when something was wanted */
    ManagedSwitch(DeviceName name, Executor executor, Supplier<Lead> current, ProviderEvents events) {
        this.name = name;
        this.executor = executor;
        this.current = current;
        meant = current.get();
        role = new RoleKeeper(name, events);
    }

    synchronized void attached(OpenFlowSwitch added) {
        channel = added;
        held = null;
        role.forget();
    }

    synchronized void detached(OpenFlowSwitch gone) {
        if (gone.equals(channel)) {
            channel = null;
            held = null;
            role.forget();
        }
    }

    synchronized Optional<OpenFlowSwitch> channel() {
        return Optional.ofNullable(channel);
    }

    synchronized Optional<Intent> intent() {
        return Optional.ofNullable(intent);
    }

    /** @param lead as what this was worked out: a leader that follows meanwhile does not push it */
    CompletableFuture<Outcome> want(Intent wanted, Lead lead) {
        return next(() -> {
            SwitchProgram compiled = SwitchCompiler.compile(wanted.config(), wanted.tables(), wanted.wiring(), rules);
            synchronized (this) {
                intent = wanted;
                program = compiled;
                meant = lead;
            }
            return round();
        });
    }

    /** Reads what the switch really holds, puts right what differs. */
    CompletableFuture<Outcome> audit() {
        return next(() -> {
            synchronized (this) {
                held = null;
            }
            return round();
        });
    }

    /** What the switch holds, as tables. */
    CompletableFuture<ExplicitTables> tables() {
        return next(() -> {
            OpenFlowSwitch to = channel().orElseThrow(() -> new IllegalStateException(name + " is not connected"));
            Intent of = intent().orElseThrow(() -> new IllegalStateException(name + " has no configuration yet"));
            return to.read()
                    .thenApply(state -> TablesReader.read(of.config(), of.wiring(), state.flows(), state.groups()));
        });
    }

    private synchronized <T> CompletableFuture<T> next(Supplier<CompletableFuture<T>> task) {
        CompletableFuture<T> result = last.handle((_, _) -> true).thenComposeAsync(_ -> task.get(), executor);
        last = result;
        return result;
    }

    private CompletableFuture<Outcome> round() {
        Lead now = current.get();
        OpenFlowSwitch to;
        synchronized (this) {
            to = channel;
            if (to == null || now instanceof Lead.Leads && !now.equals(meant)) {
                // A new leader's rules are not worked out yet: those of before may be older than what the switch holds.
                return CompletableFuture.completedFuture(quiet(to != null, new Standing.Unknown()));
            }
        }
        OpenFlowSwitch there = to;
        return role.ask(there, now).thenComposeAsync(standing -> taken(there, standing), executor);
    }

    private CompletableFuture<Outcome> taken(OpenFlowSwitch to, RoleKeeper.Taken taken) {
        synchronized (this) {
            if (taken.changed()) {
                held = null; // a master before may have changed anything
            }
            if (!(taken.standing() instanceof Standing.Writes) || program == null) {
                return CompletableFuture.completedFuture(quiet(true, taken.standing()));
            }
        }
        return mend(to, 1, 0);
    }

    /** Of a round in which nothing was asked. */
    private synchronized Outcome quiet(boolean connected, Standing standing) {
        return new Outcome(
                name, connected, standing, 0, List.of(), program == null ? List.of() : program.unplaced(), 0);
    }

    private CompletableFuture<Outcome> mend(OpenFlowSwitch to, int attempt, int before) {
        SwitchProgram wanted;
        SwitchState known;
        synchronized (this) {
            wanted = program;
            known = held;
        }
        if (wanted == null) {
            throw new IllegalStateException(name + " has no program");
        }
        CompletableFuture<SwitchState> state = known == null ? to.read() : CompletableFuture.completedFuture(known);
        return state.thenComposeAsync(
                held -> {
                    List<Change> changes = ProgramDifference.between(wanted, held);
                    return to.push(changes)
                            .thenComposeAsync(report -> judge(to, wanted, held, report, attempt, before), executor);
                },
                executor);
    }

    private CompletableFuture<Outcome> judge(
            OpenFlowSwitch to, SwitchProgram wanted, SwitchState before, PushReport report, int attempt, int earlier) {
        int changes = earlier + report.pushed();
        synchronized (this) {
            if (to.equals(channel)) {
                held = report.isComplete()
                        ? new SwitchState(wanted.flows(), wanted.groups(), before.foreignFlows())
                        : null;
            }
        }
        if (!report.isComplete() && !report.displaced() && attempt < TRIES) {
            return mend(to, attempt + 1, changes);
        }
        return CompletableFuture.completedFuture(new Outcome(
                name,
                true,
                report.displaced() ? role.displaced("it took another for its master") : new Standing.Writes(),
                changes,
                report.refused().stream()
                        .map(each -> new Outcome.Refusal(each.change().toString(), each.reason(), each.full()))
                        .toList(),
                wanted.unplaced(),
                before.foreignFlows()));
    }
}
