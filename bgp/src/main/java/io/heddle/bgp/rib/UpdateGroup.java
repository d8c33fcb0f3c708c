package io.heddle.bgp.rib;

import io.heddle.bgp.attribute.AttributeSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Peers that are sent the same: what they were sent is known once for all of them (Adj-RIB-Out), and written once. Changed destinations
 * are only noted; they are looked at when a member asks for bytes, so that what changes twice meanwhile is sent once, and a peer that
 * does not read costs nothing. Single-threaded.
 */
abstract sealed class UpdateGroup implements RouteWatcher permits BestGroup, PathsGroup {

    static final int NONE = -1;

    private final GroupKey key;
    private final UpdatePacker packer;
    private final UpdateFormat format;
    private final Alarm alarm;
    private final GroupLimits limits;
    private final UpdateStream stream = new UpdateStream();
    private final NumberSet pending = new NumberSet();
    private final List<GroupMember> members = new ArrayList<>();
    /** Members by source, to ask for one quickly. */
    private final NumberSet sources = new NumberSet();

    private int cursor;
    private int lagging;
    private int lastBehind;
    /** How many members want only some route targets. */
    private int filtered;

    private boolean alarmed;
    private boolean deferred;

    final RouteTable table;

    /** Is told that a group has something to look at, once until {@link UpdateGroup#rung}. */
    interface Alarm {
        void ring(UpdateGroup group);
    }

    UpdateGroup(
            GroupKey key, RouteTable table, UpdatePacker packer, UpdateFormat format, Alarm alarm, GroupLimits limits) {
        this.key = key;
        this.table = table;
        this.packer = packer;
        this.format = format;
        this.alarm = alarm;
        this.limits = limits;
    }

    GroupKey key() {
        return key;
    }

    UpdateStream stream() {
        return stream;
    }

    UpdateFormat format() {
        return format;
    }

    List<GroupMember> members() {
        return members;
    }

    boolean isMember(int source) {
        return sources.contains(source);
    }

    /**
     * Looks at a destination again and hands what has changed to {@link #change}.
     *
     * @return whether anything is to be sent
     */
    abstract boolean refresh(int destination);

    /** Hands what a member should have of a destination to {@link #change}, withdrawals of what it may have included. */
    abstract void repeat(int destination, GroupMember member);

    /** Whether something of the destination was sent, or withdrawn and not all members have read that. */
    abstract boolean isKnown(int destination);

    /** Adds the destinations of which the group has sent something, but for those from this source, whose attributes are such. */
    abstract void collectSent(int source, IntPredicate attributes, NumberSet into);

    /** Remembers a destination so that a member that had it from elsewhere can be told it is withdrawn. */
    abstract void bury(int destination);

    /** All members have read everything: withdrawals need not be remembered. */
    abstract void settle();

    /** Forgets everything that was sent. */
    abstract void dispose();

    /** Why a route is not sent to the members, or with what attributes. */
    abstract RouteRules.Outcome explain(int path, int destination);

    /** A change to write for an audience; without a set, a withdrawal. */
    final void change(int destination, int pathIdentifier, int set, int audience) {
        packer.add(destination, pathIdentifier, set, audience, Audience.WHATEVER);
    }

    private void announce(int destination, int pathId, int set, int audience) {
        packer.add(destination, pathId, set, audience, filtered == 0 ? Audience.WHATEVER : Audience.wanting(set));
    }

    /** Withdraws from those who want, or do not want, what another set says. */
    private void withdraw(int destination, int pathId, int audience, int wanted) {
        packer.add(destination, pathId, NONE, audience, filtered == 0 ? Audience.WHATEVER : wanted);
    }

    /**
     * Hands the difference between what was sent and what is to be sent to {@link #change}. A route is sent to all members but its own
     * source, so that a change of source changes who has it.
     */
    final void differ(int destination, int pathId, int before, int sourceBefore, int after, int sourceAfter) {
        if (before == NONE) {
            announce(destination, pathId, after, allBut(sourceAfter));
        } else if (after == NONE) {
            withdraw(destination, pathId, allBut(sourceBefore), Audience.wanting(before));
        } else {
            if (before != after) {
                announce(destination, pathId, after, allBut(sourceAfter));
                if (filtered > 0 && isWantedOtherwise(before, after)) {
                    withdraw(destination, pathId, allBut(sourceAfter), Audience.notWanting(after));
                }
            } else if (isMember(sourceBefore)) {
                // It had nothing of its own route, and now there is another's.
                announce(destination, pathId, after, Audience.only(sourceBefore));
            }
            if (sourceBefore != sourceAfter && isMember(sourceAfter)) {
                change(destination, pathId, NONE, Audience.only(sourceAfter));
            }
        }
    }

    private boolean isWantedOtherwise(int set, int other) {
        return !table.attributes
                .set(set)
                .routeTargets()
                .equals(table.attributes.set(other).routeTargets());
    }

    private int allBut(int source) {
        return isMember(source) ? Audience.allBut(source) : Audience.ALL;
    }

    @Override
    public void bestChanged(int destination) {
        if (pending.add(destination)) {
            table.hold(destination);
            if (!alarmed) {
                alarmed = true;
                alarm.ring(this);
            }
        }
    }

    /** The alarm was heard. */
    void rung() {
        alarmed = false;
    }

    boolean isPending() {
        return !pending.isEmpty() && !deferred;
    }

    /** Sends nothing until further notice (RFC 4724 section 4.1). */
    void defer(boolean wait) {
        deferred = wait;
        if (!wait && !pending.isEmpty() && !alarmed) {
            alarmed = true;
            alarm.ring(this);
        }
    }

    /** All destinations are looked at again: the policy changed, or the group is new. */
    void refreshAll() {
        for (int each = 0; each < table.keys.limit(); each++) {
            if (table.best(each) != RouteTable.NONE || isKnown(each)) {
                bestChanged(each);
            }
        }
    }

    /**
     * A new member.
     *
     * @param filter what it wants by route targets (RFC 4684); null is everything
     * @param had what it may have been sent by another group
     */
    GroupMember join(int source, byte[] nextHop, @Nullable TargetFilter filter, NumberSet had) {
        GroupMember member = new GroupMember(source, nextHop, filter, this);
        filtered += filter == null ? 0 : 1;
        if (members.isEmpty()) {
            refreshAll();
        }
        members.add(member);
        sources.add(source);
        NumberSet all = sentTo(member);
        for (int each = had.next(0); each != NumberSet.NONE; each = had.next(each + 1)) {
            bury(each);
            all.add(each);
        }
        if (!all.isEmpty()) {
            lag(member, all);
        }
        return member;
    }

    /** Sends everything again to one member (RFC 2918). */
    void repeatAll(GroupMember member) {
        lag(member, sentTo(member));
    }

    /** What the member has of the group, or would have if it had read everything. */
    NumberSet sentTo(GroupMember member) {
        NumberSet all = new NumberSet();
        TargetFilter filter = member.filter();
        collectSent(member.source(), filter == null ? _ -> true : onceASet(filter::wants), all);
        return all;
    }

    /**
     * A member wants other route targets than before. All it has not read is looked at again: it was written for what the member wanted
     * then.
     */
    void wantsOtherwise(GroupMember member, TargetFilter before) {
        NumberSet changed = new NumberSet();
        collectSent(member.source(), onceASet(set -> before.wants(set) != member.wants(set)), changed);
        lag(member, changed);
    }

    private IntPredicate onceASet(Predicate<AttributeSet> asked) {
        byte[] known = new byte[table.attributes.limit()];
        return set -> {
            if (known[set] == 0) {
                known[set] = (byte) (asked.test(table.attributes.set(set)) ? 1 : 2);
            }
            return known[set] == 1;
        };
    }

    private void lag(GroupMember member, NumberSet others) {
        lagging += member.isFollowing() ? 1 : 0;
        member.fallBehind(others);
    }

    void leave(GroupMember member) {
        lagging -= member.isFollowing() ? 0 : 1;
        members.remove(member);
        sources.remove(member.source());
        filtered -= member.filter() == null ? 0 : 1;
        lastBehind = 0;
        if (members.isEmpty()) {
            for (int each = pending.next(0); each != NumberSet.NONE; each = pending.next(each)) {
                pending.remove(each);
                table.release(each);
            }
            dispose();
        } else {
            reachedEnd();
        }
    }

    /** A member that had lagged has caught up. */
    void follows() {
        lagging--;
    }

    /** Looks at a batch of changed destinations and writes what has to be sent; false if there was nothing to look at. */
    boolean produce() {
        if (!isPending()) {
            return false;
        }
        leaveSlowBehind();
        for (int i = 0; i < limits.batch() && packer.buckets() < limits.sets(); i++) {
            int destination = take(pending, cursor);
            if (destination == NumberSet.NONE) {
                break;
            }
            cursor = destination + 1;
            if (refresh(destination) && lagging > 0) {
                members.forEach(each -> each.miss(destination));
            }
            table.release(destination);
        }
        packer.flush(table, format, stream);
        startReaders();
        return true;
    }

    private void startReaders() {
        Segment first = stream.takeFirst();
        if (first != null) {
            for (GroupMember each : members) {
                if (each.isFollowing()) {
                    each.reader().startsAt(first);
                }
            }
        }
    }

    private void leaveSlowBehind() {
        for (GroupMember each : members) {
            if (each.isFollowing() && each.reader().behind() > limits.mostBehind()) {
                lag(each, new NumberSet());
            }
        }
    }

    /**
     * Writes a batch of what a lagging member has missed into its own stream, but for destinations that the group itself has still to
     * look at: those would be withdrawn only to be announced again. Returns where to go on.
     */
    int repeat(NumberSet missed, int from, GroupMember member, UpdateStream own, StreamReader reader) {
        int at = from;
        for (int i = 0; i < limits.batch() && packer.buckets() < limits.sets(); i++) {
            int destination = missed.next(at);
            if (destination == NumberSet.NONE) {
                if (at == 0) {
                    break;
                }
                at = 0;
                continue;
            }
            at = destination + 1;
            if (!pending.contains(destination)) {
                missed.remove(destination);
                repeat(destination, member);
            }
        }
        packer.flush(table, format, own);
        Segment first = own.takeFirst();
        if (first != null) {
            reader.startsAt(first);
        }
        return at;
    }

    /** Removes and returns the next member from {@code from} on, and from the beginning if there is none. */
    private static int take(NumberSet set, int from) {
        int next = set.next(from);
        if (next == NumberSet.NONE && from > 0) {
            next = set.next(0);
        }
        if (next != NumberSet.NONE) {
            set.remove(next);
        }
        return next;
    }

    /** A member has read everything: if that holds for all of them, nothing need be kept. */
    void reachedEnd() {
        if (lagging > 0) {
            return;
        }
        for (int i = 0; i < members.size(); i++) {
            int at = (lastBehind + i) % members.size();
            if (!members.get(at).reader().isAtEnd()) {
                lastBehind = at;
                return;
            }
        }
        settle();
        if (stream.tail() != null) {
            stream.drop();
            members.forEach(each -> each.reader().rest());
        }
    }
}
