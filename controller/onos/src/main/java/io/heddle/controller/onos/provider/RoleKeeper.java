package io.heddle.controller.onos.provider;

import io.heddle.controller.onos.openflow.OpenFlowSwitch;
import io.heddle.controller.onos.openflow.RoleAnswer;
import io.heddle.model.fabric.DeviceName;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The role that a controller has at one switch: asked for when it should be another, told when it changes. Thread-safe. */
final class RoleKeeper {

    /**
     * A role as it is now.
     *
     * @param changed whether it was another before
     */
    record Taken(Standing standing, boolean changed) {}

    private final DeviceName name;
    private final ProviderEvents events;
    private @Nullable OpenFlowSwitch by;
    private @Nullable Lead granted;
    private Standing standing = new Standing.Unknown();

    RoleKeeper(DeviceName name, ProviderEvents events) {
        this.name = name;
        this.events = events;
    }

    /** Of a channel that ended, or a new one. */
    synchronized void forget() {
        granted = null;
        standing = new Standing.Unknown();
    }

    /** Completes at once where the switch granted it before. */
    CompletableFuture<Taken> ask(OpenFlowSwitch to, Lead wanted) {
        synchronized (this) {
            if (wanted.equals(granted) && to.equals(by)) {
                return CompletableFuture.completedFuture(new Taken(standing, false));
            }
        }
        return switch (wanted) {
            case Lead.Alone _ -> CompletableFuture.completedFuture(took(to, wanted, new Standing.Writes()));
            case Lead.Leads(long term) -> to.lead(term).thenApply(answer -> answered(to, wanted, term, answer));
            case Lead.Follows _ -> to.standBy().thenApply(answer -> answered(to, wanted, 0, answer));
        };
    }

    private Taken answered(OpenFlowSwitch to, Lead wanted, long term, RoleAnswer answer) {
        return switch (answer) {
            case RoleAnswer.Granted _ ->
                took(to, wanted, wanted instanceof Lead.Leads ? new Standing.Writes() : new Standing.StandsBy());
            case RoleAnswer.Stale(long generation) ->
                new Taken(
                        displaced("its master is of term " + Long.toUnsignedString(generation)
                                + ", this controller's is " + Long.toUnsignedString(term)),
                        true);
            // Who may not be slave does as if it were: it changes nothing.
            case RoleAnswer.Refused(String reason)
            when wanted instanceof Lead.Leads -> new Taken(displaced("it gives no role: " + reason), true);
            case RoleAnswer.Refused _ -> took(to, wanted, new Standing.StandsBy());
        };
    }

    private synchronized Taken took(OpenFlowSwitch to, Lead wanted, Standing now) {
        by = to;
        granted = wanted;
        stands(now);
        return new Taken(now, true);
    }

    /** The switch does not take this controller for its master; it is asked again in the next round. */
    synchronized Standing displaced(String reason) {
        granted = null;
        stands(new Standing.Displaced(reason));
        return standing;
    }

    private void stands(Standing now) {
        if (!now.equals(standing)) {
            standing = now;
            events.stands(name, now);
        }
    }
}
