package io.heddle.bgp.rib;

import io.heddle.bgp.attribute.AttributeSet;
import org.jspecify.annotations.Nullable;

/**
 * Peers that are sent the same: what they were sent is known once for all of them (Adj-RIB-Out), and written once. Changed destinations
 * are only noted; they are looked at when a member asks for bytes, so that what changes twice meanwhile is sent once, and a peer that
 * does not read costs nothing. Single-threaded.
 */
abstract sealed class UpdateGroup implements RouteWatcher permits BestGroup, PathsGroup {

    static final int NONE = -1;

    private final GroupKey key;
    private final GroupContext context;
    private final UpdateFormat format;
    private final UpdateStream stream = new UpdateStream();
    private final DueDestinations due;
    private final GroupMembers members = new GroupMembers();
    private final Postman postman;
    /** Whether something has happened since all had read everything. */
    private boolean restless;

    final RouteTable table;
    final RouteMemo exports;

    UpdateGroup(GroupKey key, GroupContext context, UpdateFormat format, RouteMemo exports) {
        this.key = key;
        this.context = context;
        this.format = format;
        this.exports = exports;
        table = context.table();
        postman = new Postman(context.wanting(), members, context.limits().mostBehind());
        due = new DueDestinations(table, () -> context.events().due(this));
    }

    GroupKey key() {
        return key;
    }

    UpdateStream stream() {
        return stream;
    }

    GroupLimits limits() {
        return context.limits();
    }

    GroupMembers members() {
        return members;
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

    /** Whether something of the destination was sent to a member, with such attributes; null is any. */
    abstract boolean hasSent(int destination, int member, @Nullable SetQuestion attributes);

    /** Remembers a destination so that a member that had it from elsewhere can be told it is withdrawn. */
    abstract void bury(int destination);

    /**
     * All members have read everything: withdrawals need not be remembered.
     *
     * @return whether there is something to let go of
     */
    abstract boolean settle();

    /** Lets go of so many of those withdrawals; true if there are more. */
    abstract boolean letGo(int most);

    /** Forgets some of what was sent, for there is no member any more; true if there is more. */
    abstract boolean dispose(int most);

    /** Why a route is not sent to the members, or with what attributes. */
    final RouteRules.Outcome explain(int path, int destination) {
        return exports.explain(table.effective(path), table.sourceOf(path), destination);
    }

    /** A change to write for an audience; without a set, a withdrawal. */
    final void change(int destination, int pathIdentifier, int set, int audience) {
        context.packer().add(destination, pathIdentifier, set, audience, NONE, NONE);
    }

    private void announce(int destination, int pathId, int set, int audience) {
        context.packer().add(destination, pathId, set, audience, members.someAreFiltered() ? set : NONE, NONE);
    }

    /** Withdraws from those who want, so that they have it, what one set says, unless they want what another says too. */
    private void withdraw(int destination, int pathId, int audience, int had, int unless) {
        context.packer().add(destination, pathId, NONE, audience, members.someAreFiltered() ? had : NONE, unless);
    }

    /**
     * Hands the difference between what was sent and what is to be sent to {@link #change}. A route is sent to all members but its own
     * source, so that a change of source changes who has it.
     */
    final void differ(int destination, int pathId, int before, int sourceBefore, int after, int sourceAfter) {
        if (before == NONE) {
            announce(destination, pathId, after, allBut(sourceAfter));
        } else if (after == NONE) {
            withdraw(destination, pathId, allBut(sourceBefore), before, NONE);
        } else {
            if (before != after) {
                announce(destination, pathId, after, allBut(sourceAfter));
                if (members.someAreFiltered() && isWantedOtherwise(before, after)) {
                    withdraw(destination, pathId, allBut(sourceAfter), before, after);
                }
            } else if (members.contains(sourceBefore)) {
                // It had nothing of its own route, and now there is another's.
                announce(destination, pathId, after, Audience.only(sourceBefore));
            }
            if (sourceBefore != sourceAfter && members.contains(sourceAfter)) {
                change(destination, pathId, NONE, Audience.only(sourceAfter));
            }
        }
    }

    private boolean isWantedOtherwise(int set, int other) {
        AttributeSet one = table.attributes.set(set);
        AttributeSet two = table.attributes.set(other);
        return !one.extendedCommunities().equals(two.extendedCommunities())
                && !one.routeTargets().equals(two.routeTargets());
    }

    private int allBut(int source) {
        return members.contains(source) ? Audience.allBut(source) : Audience.ALL;
    }

    @Override
    public final void bestChanged(int destination) {
        due.add(destination);
    }

    /** That something is due was heard. */
    void heard() {
        due.heard();
    }

    boolean isPending() {
        return due.isReady();
    }

    /** Sends nothing until further notice (RFC 4724 section 4.1). */
    void defer(boolean wait) {
        due.defer(wait);
        if (!wait) {
            // Those for whom there is nothing are still owed the end of RIB.
            members.all().forEach(this::readable);
        }
    }

    boolean isDeferred() {
        return due.isDeferred();
    }

    /** All destinations are looked at again: the policy changed, or the group is new. */
    void refreshAll() {
        due.addAll();
    }

    /**
     * A new member.
     *
     * @param filter what it wants by route targets (RFC 4684); null is everything
     */
    GroupMember join(int source, byte[] nextHop, @Nullable TargetFilter filter) {
        GroupMember member = new GroupMember(source, nextHop, filter, this);
        boolean first = members.isEmpty();
        members.add(member);
        if (first) {
            refreshAll();
        } else if (table.keys.limit() > 0) {
            member.repeatAll();
        }
        return member;
    }

    void leave(GroupMember member) {
        members.remove(member);
        restless = true;
        if (members.isEmpty()) {
            int slice = context.work().slice();
            context.events().emptied(this);
            context.work().add(() -> due.forget(slice) || dispose(slice));
        } else {
            reachedEnd();
        }
    }

    /** Looks at a batch of changed destinations and writes what has to be sent; false if there was nothing to look at. */
    boolean produce() {
        if (!isPending()) {
            return false;
        }
        GroupLimits limits = context.limits();
        members.leaveSlowBehind(limits.mostBehind());
        postman.leaveSlowBehind();
        restless = true;
        StreamLink tail = stream.tail();
        int message = tail == null ? 0 : tail.segment.messages();
        long written = stream.written();
        due.walk(limits.batch(), each -> table.best(each) != RouteTable.NONE || isKnown(each));
        for (int i = 0; i < limits.batch() && context.packer().buckets() < limits.sets(); i++) {
            int destination = due.take();
            if (destination == NumberSet.NONE) {
                break;
            }
            if (refresh(destination) && members.someLag()) {
                members.miss(destination);
            }
            table.release(destination);
        }
        context.packer().flush(table, format, stream);
        StreamLink first = stream.takeFirst();
        if (first != null) {
            members.startAt(first);
        }
        if (members.someAreFiltered()) {
            postman.deliver(tail == null ? first : tail, message, written);
        }
        return true;
    }

    /**
     * Writes a batch of what a lagging member has missed into its own stream, but for destinations that the group itself has still to
     * look at: those would be withdrawn only to be announced again. False if there is nothing else.
     */
    boolean repeat(GroupMember member, CatchUp behind) {
        GroupLimits limits = context.limits();
        boolean walked = behind.walk(limits.batch());
        NumberSet missed = behind.missed();
        int before = missed.size();
        for (int i = 0; i < limits.batch() && context.packer().buckets() < limits.sets(); i++) {
            int destination = behind.take();
            if (destination == NumberSet.NONE) {
                break;
            }
            if (!due.contains(destination)) {
                missed.remove(destination);
                repeat(destination, member);
            }
        }
        context.packer().flush(table, format, behind.own());
        StreamLink first = behind.own().takeFirst();
        if (first != null) {
            member.reader().startsAt(first);
        }
        return walked || missed.size() < before;
    }

    /** A member follows again. */
    void caughtUp(GroupMember member) {
        members.oneFollows(member);
        restless = true;
    }

    /** A member that had read everything has been handed something. */
    void readable(GroupMember member) {
        context.events().readable(member.source());
    }

    /** A member has read everything: if that holds for all of them, nothing need be kept. */
    void reachedEnd() {
        if (!restless || !members.haveReadAll()) {
            return;
        }
        restless = false;
        if (settle() && letGo(context.limits().batch())) {
            context.work().add(this::letGoOfMore);
        }
        if (stream.tail() != null) {
            stream.drop();
            members.rest();
        }
    }

    private boolean letGoOfMore() {
        if (letGo(context.work().slice())) {
            return true;
        }
        // What was withdrawn meanwhile may have been read by all too.
        return !members.isEmpty()
                && members.haveReadAll()
                && settle()
                && letGo(context.work().slice());
    }
}
