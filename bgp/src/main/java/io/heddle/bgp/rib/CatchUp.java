package io.heddle.bgp.rib;

import io.heddle.bgp.attribute.AttributeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a member that does not follow its group has still to be sent: destinations it has missed, a bit each, and where everything is to be
 * sent, what a walk over the table has not come to yet. Single-threaded.
 */
final class CatchUp {

    private static final int NOT_WALKING = Integer.MAX_VALUE;

    private final UpdateGroup group;
    private final GroupMember member;
    private final NumberSet missed = new NumberSet();
    private final UpdateStream own = new UpdateStream();
    private int from;
    private int walk = NOT_WALKING;
    /** Of what the group has sent, the sets that the walk is about; null is all. */
    private @Nullable SetQuestion about;
    /** What the member was in another group, and may have been sent there. */
    private @Nullable GroupMember former;

    CatchUp(UpdateGroup group, GroupMember member) {
        this.group = group;
        this.member = member;
    }

    NumberSet missed() {
        return missed;
    }

    /** What is written for this member alone. */
    UpdateStream own() {
        return own;
    }

    boolean isDone() {
        return missed.isEmpty() && walk == NOT_WALKING;
    }

    /** All that the group has sent of such sets is to be sent again, or withdrawn; null is all. */
    void sendAgain(@Nullable Predicate<AttributeSet> sets) {
        SetQuestion known = about;
        if (walk == NOT_WALKING) {
            about = sets == null ? null : new SetQuestion(group.table.attributes, sets);
        } else if (known != null) {
            about = sets == null
                    ? null
                    : new SetQuestion(group.table.attributes, known.asked().or(sets));
        }
        walk = 0;
    }

    /** What the member may have been sent as another is to be put right too. */
    void leaveBehind(GroupMember other) {
        former = other;
        if (walk == NOT_WALKING) {
            about = new SetQuestion(group.table.attributes, _ -> false);
            walk = 0;
        }
    }

    /** Whether the member may still have something of a destination that its group knows nothing of. */
    boolean mayHave(int destination) {
        return former != null && former.mayHave(destination);
    }

    /** Takes the walk further by so many numbers; false if there is none. */
    boolean walk(int most) {
        if (walk == NOT_WALKING) {
            return false;
        }
        int limit = group.table.keys.limit();
        int end = Math.max(walk, Math.min(limit, walk + most));
        group.table.walks().look(end - walk);
        for (int each = walk; each < end; each++) {
            if (mayHave(each)) {
                group.bury(each);
                missed.add(each);
            } else if (group.hasSent(each, member.source(), about)) {
                missed.add(each);
            }
        }
        walk = end >= limit ? NOT_WALKING : end;
        if (walk == NOT_WALKING) {
            settle();
        }
        return true;
    }

    /** What the member was before does not matter any more. */
    void settle() {
        GroupMember other = former;
        former = null;
        if (other != null) {
            other.leave();
        }
    }

    /** Takes the next destination that may be sent now, or {@link NumberSet#NONE}. */
    int take() {
        int next = missed.next(from);
        if (next == NumberSet.NONE && from > 0) {
            next = missed.next(0);
        }
        if (next != NumberSet.NONE) {
            from = next + 1;
        }
        return next;
    }
}
