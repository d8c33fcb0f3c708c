package io.heddle.bgp.session;

import io.heddle.bgp.session.StaleFamily.Phase;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.Capability;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SequencedSet;
import java.util.TreeSet;

/** Which routes of a peer are kept while it is away, and how long (RFC 4724 section 4.2, RFC 8538 section 4, RFC 9494 section 4). */
final class Retention {

    /** How a session was lost. */
    enum Loss {
        /** The connection broke: a restart. */
        CONNECTION,
        /** A NOTIFICATION or an expired timer: a restart if both sides say so (RFC 8538). */
        NOTIFICATION,
        /** Never a restart. */
        HARD
    }

    private Retention() {}

    /** The session is down: what stays, and the effect that says so. */
    static void keep(Step step, Negotiated negotiated, Loss loss, String reason) {
        // RFC 4724 section 4.2: what was stale already does not survive a second restart.
        drop(step);
        SequencedSet<AddressFamilyId> kept = new TreeSet<>();
        List<StaleFamily> stale = new ArrayList<>();
        RestartConfig config = step.config.restart();
        Capability.GracefulRestart restart = negotiated.restart();
        boolean keeps = loss == Loss.CONNECTION || loss == Loss.NOTIFICATION && negotiated.restartByNotification();
        if (keeps && config != null && restart != null) {
            for (Capability.GracefulRestart.RestartFamily each : restart.families()) {
                long longLived = longLived(config, negotiated, each.family());
                boolean wanted = restart.restartTime() > 0 || longLived > 0;
                if (wanted && negotiated.families().contains(each.family()) && kept.add(each.family())) {
                    long until =
                            step.now + Duration.ofSeconds(restart.restartTime()).toNanos();
                    stale.add(new StaleFamily(each.family(), Phase.RESTARTING, until, longLived));
                }
            }
        }
        step.effects.add(new Effect.Down(Collections.unmodifiableSequencedSet(kept), reason));
        step.stale = stale;
    }

    /** In nanoseconds: the smaller of what the peer asks and we grant. */
    private static long longLived(RestartConfig config, Negotiated negotiated, AddressFamilyId family) {
        Capability.LongLivedGracefulRestart longLived = negotiated.longLived();
        if (longLived == null) {
            return 0;
        }
        int granted = config.longLived().getOrDefault(family, 0);
        return longLived.families().stream()
                .filter(each -> each.family().equals(family))
                .mapToLong(each ->
                        Duration.ofSeconds(Math.min(granted, each.staleTime())).toNanos())
                .findFirst()
                .orElse(0);
    }

    /** The peer is back: families whose forwarding state it has kept wait for End-of-RIB, the others go at once. */
    static void back(Step step, Negotiated negotiated) {
        List<StaleFamily> stale = new ArrayList<>();
        RestartConfig config = step.config.restart();
        for (StaleFamily each : step.stale) {
            if (config != null && preserved(negotiated, each)) {
                stale.add(
                        new StaleFamily(each.family(), Phase.RESYNCING, step.after(config.resync()), each.longLived()));
            } else {
                step.effects.add(new Effect.Flush(each.family()));
            }
        }
        step.stale = stale;
    }

    private static boolean preserved(Negotiated negotiated, StaleFamily stale) {
        Capability.GracefulRestart restart = negotiated.restart();
        Capability.LongLivedGracefulRestart longLived = negotiated.longLived();
        boolean byRestart = restart != null
                && restart.families().stream()
                        .anyMatch(each -> each.forwarding() && each.family().equals(stale.family()));
        // RFC 9494 section 4.4: once long-lived, the F bit of that capability counts as well.
        boolean byLongLived = stale.phase() == Phase.LONG_LIVED
                && longLived != null
                && longLived.families().stream()
                        .anyMatch(each -> each.forwarding() && each.family().equals(stale.family()));
        return negotiated.families().contains(stale.family()) && (byRestart || byLongLived);
    }

    /** What became of stale families by time; empty if nothing. */
    static String tick(Step step) {
        if (step.stale.stream().noneMatch(each -> each.until() <= step.now)) {
            return "";
        }
        List<StaleFamily> stale = new ArrayList<>();
        StringBuilder reason = new StringBuilder();
        for (StaleFamily each : step.stale) {
            if (each.until() > step.now) {
                stale.add(each);
            } else if (each.phase() == Phase.RESTARTING && each.longLived() > 0) {
                step.effects.add(new Effect.LongLived(each.family()));
                stale.add(new StaleFamily(each.family(), Phase.LONG_LIVED, step.now + each.longLived(), 0));
                reason.append(reason.isEmpty() ? "" : "; ").append("routes of ").append(each.family());
                reason.append(" become long-lived");
            } else {
                step.effects.add(new Effect.Flush(each.family()));
                reason.append(reason.isEmpty() ? "" : "; ")
                        .append("stale routes of ")
                        .append(each.family());
                reason.append(" have been kept long enough");
            }
        }
        step.stale = stale;
        return reason.toString();
    }

    static String endOfRib(Step step, AddressFamilyId family) {
        List<StaleFamily> others = step.stale.stream()
                .filter(each -> !(each.family().equals(family) && each.phase() == Phase.RESYNCING))
                .toList();
        if (others.size() == step.stale.size()) {
            return "End-of-RIB of " + family;
        }
        step.effects.add(new Effect.Flush(family));
        step.stale = others;
        return "End-of-RIB of " + family + ": what is still stale goes";
    }

    /** Nothing is kept any more. */
    static void drop(Step step) {
        step.stale.forEach(each -> step.effects.add(new Effect.Flush(each.family())));
        step.stale = List.of();
    }
}
