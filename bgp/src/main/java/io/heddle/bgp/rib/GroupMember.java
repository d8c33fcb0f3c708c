package io.heddle.bgp.rib;

import io.heddle.bgp.attribute.AttributeSet;
import org.jspecify.annotations.Nullable;

/**
 * A peer in an update group. It normally follows the group's stream. When it joins late, lags too far behind, or asks for everything
 * again, it instead works through the destinations it has missed, at its own pace, sending what the group has advertised; when none is
 * left it follows again. So a slow peer costs a bit per destination, not a queue, and what changes twice while it is slow is sent once.
 */
final class GroupMember {

    private final int source;
    private final byte[] nextHop;
    private final @Nullable TargetFilter filter;
    private final UpdateGroup group;
    private final StreamReader reader;
    private @Nullable NumberSet missed;
    private @Nullable UpdateStream own;
    private int missedFrom;
    private boolean endDue = true;

    /**
     * A member.
     *
     * @param source its number as a source: what came from it is not sent back
     * @param nextHop its own address as it stands on the wire
     * @param filter what it wants by route targets (RFC 4684); null is everything
     */
    GroupMember(int source, byte[] nextHop, @Nullable TargetFilter filter, UpdateGroup group) {
        this.source = source;
        this.nextHop = nextHop;
        this.filter = filter;
        this.group = group;
        reader = new StreamReader(source, filter, group.stream());
    }

    int source() {
        return source;
    }

    @Nullable
    TargetFilter filter() {
        return filter;
    }

    /** Whether it wants routes with these attributes, by their route targets. */
    boolean wants(AttributeSet route) {
        return filter == null || filter.wants(route);
    }

    /** What it wants has changed: what it now wants is sent to it, what it no longer does is withdrawn. */
    void wantsOtherwise(TargetFilter before) {
        group.wantsOtherwise(this, before);
    }

    boolean isFollowing() {
        return missed == null;
    }

    StreamReader reader() {
        return reader;
    }

    /** Stops following: what was not read yet, and all of {@code others}, is now missed. */
    void fallBehind(NumberSet others) {
        NumberSet set = missed;
        if (set == null) {
            set = new NumberSet();
            reader.collectUnread(set);
            missed = set;
            own = new UpdateStream();
            reader.moveTo(own);
        }
        set.addAll(others);
    }

    void miss(int destination) {
        if (missed != null) {
            missed.add(destination);
        }
    }

    /** Adds everything not yet sent to it, for a change of group. */
    void collectUnsent(NumberSet into) {
        reader.collectUnread(into);
        if (missed != null) {
            into.addAll(missed);
        }
    }

    /** The end of RIB, or of a refresh, is to be told once all has been sent. */
    void announceEnd() {
        endDue = true;
    }

    /** Whether that is due now; asked when {@link #fill} has nothing more. */
    boolean takeEnd() {
        boolean now = endDue && isFollowing() && reader.isAtEnd() && !group.isPending();
        endDue &= !now;
        return now;
    }

    boolean hasMore() {
        return !isFollowing() || !reader.isAtEnd() || group.isPending() || endDue;
    }

    /** Writes whole messages and returns the end. */
    int fill(byte[] out, int from, int to) {
        int at = from;
        while (true) {
            at = reader.copy(out, at, to, nextHop);
            if (reader.isBlocked()) {
                return at;
            }
            NumberSet set = missed;
            UpdateStream stream = own;
            if (set == null || stream == null) {
                group.reachedEnd();
                if (!group.produce()) {
                    return at;
                }
            } else if (set.isEmpty()) {
                missed = null;
                own = null;
                reader.moveTo(group.stream());
                group.follows();
            } else {
                int before = set.size();
                missedFrom = group.repeat(set, missedFrom, this, stream, reader);
                if (set.size() == before && !group.produce()) {
                    return at;
                }
            }
        }
    }
}
