package io.heddle.bgp.rib;

import io.heddle.bgp.attribute.AttributeSet;
import org.jspecify.annotations.Nullable;

/**
 * A peer in an update group. It normally follows the group's stream, or where it wants only some route targets (RFC 4684) is handed the
 * messages in it that are for it. When it joins late, lags too far behind, or asks for everything
 * again, it instead works through the destinations it has missed ({@link CatchUp}), at its own pace, sending what the group has advertised;
 * when none is left it follows again. So a slow peer costs a bit per destination, not a queue, and what changes twice while it is slow is
 * sent once.
 */
final class GroupMember {

    private final int source;
    private final byte[] nextHop;
    private final @Nullable TargetFilter filter;
    private final UpdateGroup group;
    private final StreamReader reader;
    /** While following; null for one that wants everything, which reads the stream. */
    private final @Nullable Deliveries deliveries;

    private @Nullable CatchUp catchUp;
    private boolean endDue = true;
    private boolean cutShort;

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
        reader = new StreamReader(source, group.stream());
        deliveries = filter == null ? null : new Deliveries();
        rest();
    }

    /** One that is handed its messages keeps nothing of the stream. */
    private void rest() {
        if (deliveries != null) {
            reader.rest();
        }
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

    boolean isFollowing() {
        return catchUp == null;
    }

    StreamReader reader() {
        return reader;
    }

    /** What it has missed, from now on: it stops following if it did, and what it has not read yet is missed. */
    CatchUp fallBehind() {
        CatchUp behind = catchUp;
        if (behind == null) {
            behind = new CatchUp(group, this);
            catchUp = behind;
            if (deliveries == null) {
                reader.collectUnread(behind.missed());
            } else if (!deliveries.isEmpty()) {
                deliveries.giveUp(behind.missed());
                group.members().oneHasRead();
            }
            reader.moveTo(behind.own());
            group.members().oneLags(this);
        }
        return behind;
    }

    /** Hands it a message that is for it, unless it does not follow: then it has missed what is in it. */
    void deliver(Segment segment, int message, long written) {
        if (deliveries == null || catchUp != null) {
            return;
        }
        if (deliveries.isEmpty()) {
            group.members().oneHasToRead();
            group.readable(this);
        }
        deliveries.add(segment, message, written);
    }

    /** It leaves: what it was handed is nobody's any more. */
    void giveUp() {
        if (deliveries != null && !deliveries.isEmpty()) {
            deliveries.giveUp(new NumberSet());
            group.members().oneHasRead();
        }
    }

    /** How far it lags behind, in bytes of the group's stream, while it follows. */
    long behind() {
        return deliveries == null
                ? reader.behind()
                : deliveries.behind(group.stream().written());
    }

    /** Everything that the group has sent is sent to it again. */
    void repeatAll() {
        TargetFilter wanted = filter;
        fallBehind().sendAgain(wanted == null ? null : wanted::wants);
    }

    /**
     * What it wants has changed: what it now wants is sent to it, what it no longer does is withdrawn. All it has not read is looked at again:
     * it was written for what the member wanted then.
     */
    void wantsOtherwise(TargetFilter before) {
        fallBehind().sendAgain(set -> before.wants(set) != wants(set));
    }

    /** It has joined after having been in another group, where it may have been sent what is not to be sent any more. */
    void comesFrom(GroupMember other) {
        other.fallBehind();
        fallBehind().leaveBehind(other);
    }

    /** Whether it may have something of a destination, though it has been withdrawn since. */
    boolean mayHave(int destination) {
        return group.isKnown(destination) || catchUp != null && catchUp.mayHave(destination);
    }

    void miss(int destination) {
        if (catchUp != null) {
            catchUp.missed().add(destination);
        }
    }

    /** It is sent nothing any more. */
    void leave() {
        if (catchUp != null) {
            catchUp.settle();
        }
        group.leave(this);
    }

    /** The end of RIB, or of a refresh, is to be told once all has been sent. */
    void announceEnd() {
        endDue = true;
    }

    private boolean hasReadAll() {
        return deliveries == null ? reader.isAtEnd() : deliveries.isEmpty();
    }

    /** Whether that is due now; asked when {@link #fill} has nothing more. */
    boolean takeEnd() {
        boolean now = endDue && isFollowing() && hasReadAll() && !group.isPending() && !group.isDeferred();
        endDue &= !now;
        return now;
    }

    /** Whether the last {@link #fill} had more to look at. */
    boolean wasCutShort() {
        return cutShort;
    }

    /** Writes whole messages and returns the end. */
    int fill(byte[] out, int from, int to) {
        int at = from;
        cutShort = false;
        for (int round = 0; ; round++) {
            boolean blocked;
            if (catchUp == null && deliveries != null) {
                boolean hadSome = !deliveries.isEmpty();
                at = deliveries.copy(out, at, to, nextHop);
                blocked = deliveries.isBlocked();
                if (hadSome && deliveries.isEmpty()) {
                    group.members().oneHasRead();
                }
            } else {
                at = reader.copy(out, at, to, nextHop);
                blocked = reader.isBlocked();
            }
            if (blocked) {
                return at;
            }
            CatchUp behind = catchUp;
            if (behind != null && behind.isDone()) {
                catchUp = null;
                reader.moveTo(group.stream());
                rest();
                group.caughtUp(this);
                continue;
            }
            if (behind == null) {
                group.reachedEnd();
            }
            if (round >= group.limits().rounds() && (behind != null || group.isPending())) {
                cutShort = true;
                return at;
            }
            if (!(behind != null && group.repeat(this, behind)) && !group.produce()) {
                return at;
            }
        }
    }
}
