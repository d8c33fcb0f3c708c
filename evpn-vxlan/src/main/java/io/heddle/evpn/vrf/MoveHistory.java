package io.heddle.evpn.vrf;

/**
 * The recent moves of one MAC as one VTEP sees them, to find out that two hosts use it (RFC 7432 section 15.1). Immutable; times are
 * nanoseconds on any scale that does not run backwards.
 *
 * @param since when it was learned behind own ports anew, which starts the count
 * @param moves how often it moved since, that one included; 0 if nothing is counted
 * @param duplicateSince when it was found to be used twice, which stays until somebody says otherwise; {@link #NEVER} if it was not
 */
public record MoveHistory(long since, int moves, long duplicateSince) {

    public static final long NEVER = Long.MAX_VALUE;

    public static final MoveHistory NONE = new MoveHistory(0, 0, NEVER);

    /**
     * With one more move. Only learning behind own ports starts a count: what moves among other VTEPs is their business. A MAC that is
     * already duplicate is no longer followed.
     *
     * @param here whether it moved from a VTEP to own ports; else the other way
     */
    public MoveHistory moved(boolean here, long now, DuplicateDetection detection) {
        if (isDuplicate()) {
            return this;
        }
        if (isOver(now, detection)) {
            return here ? of(now, 1, now, detection) : NONE;
        }
        return of(since, moves + 1, now, detection);
    }

    private static MoveHistory of(long since, int moves, long now, DuplicateDetection detection) {
        return new MoveHistory(since, moves, moves >= detection.moves() ? now : NEVER);
    }

    public boolean isDuplicate() {
        return duplicateSince != NEVER;
    }

    /** Whether what was counted has no bearing on later moves. */
    public boolean isOver(long now, DuplicateDetection detection) {
        return !isDuplicate() && (moves == 0 || now - since >= detection.withinNanos());
    }
}
