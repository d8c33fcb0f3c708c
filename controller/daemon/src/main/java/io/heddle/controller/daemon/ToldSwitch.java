package io.heddle.controller.daemon;

import io.heddle.controller.http.api.Drift;
import io.heddle.controller.onos.provider.Intent;
import io.heddle.controller.onos.provider.Lead;
import io.heddle.controller.onos.provider.Outcome;
import io.heddle.controller.onos.provider.Standing;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Outage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * One OpenFlow switch: what is wanted of it and how far it is told. One push at a time; what is wanted meanwhile replaces what was not begun.
 * Thread-safe.
 */
final class ToldSwitch {

    /** @param outage under which the intent was worked out */
    private record Want(long revision, Outage outage, Lead lead, Intent intent) {
        boolean isAs(@Nullable Want other) {
            return other != null
                    && revision == other.revision
                    && outage.equals(other.outage)
                    && lead.equals(other.lead);
        }
    }

    private final DeviceName name;
    private final BiFunction<Intent, Lead, CompletableFuture<Outcome>> push;
    private @Nullable Want latest;
    private boolean pushing;
    private @Nullable Want pushed;
    /** What it holds, as far as is known. */
    private @Nullable Want told;

    private boolean up;
    private String reason = "it has not connected yet";
    private String fault = "";
    private @Nullable Outcome outcome;

    ToldSwitch(DeviceName name, BiFunction<Intent, Lead, CompletableFuture<Outcome>> push) {
        this.name = name;
        this.push = push;
    }

    /**
     * Something else is wanted of it.
     *
     * @param outage under which the intent was worked out
     * @param lead whether this controller leads, as what it wants this
     */
    void want(long revision, Outage outage, Lead lead, Intent intent) {
        synchronized (this) {
            latest = new Want(revision, outage, lead, intent);
        }
        next();
    }

    private void next() {
        Want want;
        synchronized (this) {
            want = latest;
            if (pushing || want == null || want.isAs(pushed)) {
                return;
            }
            pushing = true;
        }
        var _ = push.apply(want.intent(), want.lead()).whenComplete((done, failure) -> {
            synchronized (this) {
                pushing = false;
                pushed = want;
                judge(done, failure);
            }
            next();
        });
    }

    private synchronized void judge(@Nullable Outcome done, @Nullable Throwable failure) {
        fault = failure == null ? "" : failure.toString();
        if (done != null && done.connected()) {
            outcome = done;
            told = done.standing() instanceof Standing.Writes ? pushed : null;
        }
    }

    /** It came, was read, and what differed was put right. */
    synchronized void came(Outcome done) {
        up = true;
        looked(done, null);
    }

    synchronized void went(String why) {
        up = false;
        told = null;
        reason = why;
    }

    synchronized boolean isUp() {
        return up;
    }

    /**
     * It was read and what differed was put right, in part or whole.
     *
     * @return how many rules differed that were as told before
     */
    synchronized int looked(@Nullable Outcome done, @Nullable Throwable failure) {
        Outcome before = outcome;
        boolean quiet = !pushing && pushed != null && pushed.isAs(told);
        if (!pushing) {
            judge(done, failure);
        }
        return quiet && done != null && before != null && before.refused().isEmpty() ? done.changes() : 0;
    }

    /** All that is wanted was told, and is held. */
    synchronized boolean isTold() {
        Outcome last = outcome;
        return up && latest != null && latest.isAs(told) && fault.isEmpty() && last != null && last.isSettled();
    }

    synchronized List<Drift> drift() {
        if (!up) {
            return List.of(new Drift(name, "session", "connected", reason));
        }
        List<Drift> drift = new ArrayList<>();
        Standing standing = outcome == null ? new Standing.Unknown() : outcome.standing();
        switch (standing) {
            case Standing.StandsBy _ -> {
                return drift; // what it holds is the leader's to say
            }
            case Standing.Displaced(String why) -> drift.add(new Drift(name, "role", "master", why));
            case Standing.Unknown _, Standing.Writes _ -> {}
        }
        if (latest == null || !latest.isAs(told)) {
            drift.add(new Drift(
                    name,
                    "revision told",
                    latest == null ? "not worked out yet" : String.valueOf(latest.revision()),
                    told == null
                            ? "none"
                            : told.revision()
                                    + (latest != null && told.revision() == latest.revision()
                                            ? ", before cables changed"
                                            : "")));
        }
        if (!fault.isEmpty()) {
            drift.add(new Drift(name, "rules", "all taken", fault));
        }
        Outcome last = outcome;
        if (last != null && !last.refused().isEmpty()) {
            Outcome.Refusal first = last.refused().getFirst();
            drift.add(new Drift(
                    name,
                    "rules",
                    "all taken",
                    last.refused().size() + " refused, the first: " + first.change() + ": " + first.reason()));
        }
        if (last != null && !last.unplaced().isEmpty()) {
            drift.add(new Drift(
                    name,
                    "entries",
                    "a rule for each",
                    last.unplaced().size() + " without, the first: "
                            + last.unplaced().getFirst()));
        }
        return drift;
    }
}
