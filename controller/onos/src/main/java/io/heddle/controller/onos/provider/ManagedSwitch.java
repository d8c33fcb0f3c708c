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
import org.jspecify.annotations.Nullable;

/**
 * One switch of ours: what it is to hold, what it held when last known, and rounds that bring the two together, one after the other. A
 * round that was refused something is tried once more, since removals make room only after additions.
 */
final class ManagedSwitch {

    private static final int TRIES = 2;

    private final DeviceName name;
    private final Executor executor;
    /** Used by one task after the other. */
    private final RouteRules rules = new RouteRules();

    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);
    private @Nullable Intent intent;
    private @Nullable SwitchProgram program;
    private @Nullable OpenFlowSwitch channel;
    private @Nullable SwitchState held;

    ManagedSwitch(DeviceName name, Executor executor) {
        this.name = name;
        this.executor = executor;
    }

    synchronized void attached(OpenFlowSwitch added) {
        channel = added;
        held = null;
    }

    synchronized void detached(OpenFlowSwitch gone) {
        if (gone.equals(channel)) {
            channel = null;
            held = null;
        }
    }

    synchronized Optional<OpenFlowSwitch> channel() {
        return Optional.ofNullable(channel);
    }

    synchronized Optional<Intent> intent() {
        return Optional.ofNullable(intent);
    }

    CompletableFuture<Outcome> want(Intent wanted) {
        return next(() -> {
            SwitchProgram compiled = SwitchCompiler.compile(wanted.config(), wanted.tables(), wanted.wiring(), rules);
            synchronized (this) {
                intent = wanted;
                program = compiled;
            }
            return round(1, 0);
        });
    }

    /** Reads what the switch really holds, puts right what differs. */
    CompletableFuture<Outcome> audit() {
        return next(() -> {
            synchronized (this) {
                held = null;
            }
            return round(1, 0);
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

    private synchronized <T> CompletableFuture<T> next(java.util.function.Supplier<CompletableFuture<T>> task) {
        CompletableFuture<T> result = last.handle((_, _) -> true).thenComposeAsync(_ -> task.get(), executor);
        last = result;
        return result;
    }

    private CompletableFuture<Outcome> round(int attempt, int before) {
        OpenFlowSwitch to;
        SwitchProgram wanted;
        SwitchState known;
        synchronized (this) {
            to = channel;
            wanted = program;
            known = held;
        }
        if (to == null || wanted == null) {
            return CompletableFuture.completedFuture(
                    new Outcome(name, to != null, 0, List.of(), wanted == null ? List.of() : wanted.unplaced(), 0));
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
        if (!report.isComplete() && attempt < TRIES) {
            return round(attempt + 1, changes);
        }
        return CompletableFuture.completedFuture(new Outcome(
                name,
                true,
                changes,
                report.refused().stream()
                        .map(each -> new Outcome.Refusal(each.change().toString(), each.reason(), each.full()))
                        .toList(),
                wanted.unplaced(),
                before.foreignFlows()));
    }
}
