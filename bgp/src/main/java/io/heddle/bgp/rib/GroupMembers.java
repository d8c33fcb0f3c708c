package io.heddle.bgp.rib;

import java.util.ArrayList;
import java.util.List;

/** The members of an update group, and how far they have read its stream. Single-threaded. */
final class GroupMembers {

    private final List<GroupMember> all = new ArrayList<>();
    /** By source, to ask for one quickly. */
    private final NumberSet sources = new NumberSet();

    private int lagging;
    /** How many want only some route targets. */
    private int filtered;

    private int lastBehind;

    List<GroupMember> all() {
        return all;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    boolean contains(int source) {
        return sources.contains(source);
    }

    void add(GroupMember member) {
        filtered += member.filter() == null ? 0 : 1;
        all.add(member);
        sources.add(member.source());
    }

    void remove(GroupMember member) {
        lagging -= member.isFollowing() ? 0 : 1;
        filtered -= member.filter() == null ? 0 : 1;
        all.remove(member);
        lastBehind = 0;
        if (all.stream().noneMatch(each -> each.source() == member.source())) {
            sources.remove(member.source());
        }
    }

    /** Whether some want only some route targets. */
    boolean someAreFiltered() {
        return filtered > 0;
    }

    /** Whether some do not follow the stream. */
    boolean someLag() {
        return lagging > 0;
    }

    /** One more does not follow. */
    void oneLags() {
        lagging++;
    }

    /** One that had lagged has caught up. */
    void oneFollows() {
        lagging--;
    }

    /** Those who do not follow have missed a destination. */
    void miss(int destination) {
        for (GroupMember each : all) {
            each.miss(destination);
        }
    }

    /** Those further behind than so many bytes stop following. */
    void leaveSlowBehind(long most) {
        for (GroupMember each : all) {
            if (each.isFollowing() && each.reader().behind() > most) {
                each.fallBehind();
            }
        }
    }

    /** Those who follow go on here. */
    void startAt(Segment first) {
        for (GroupMember each : all) {
            if (each.isFollowing()) {
                each.reader().startsAt(first);
            }
        }
    }

    /** Whether all follow and have read everything. Asks first the one that was behind the last time. */
    boolean haveReadAll() {
        if (lagging > 0) {
            return false;
        }
        for (int i = 0; i < all.size(); i++) {
            int at = lastBehind + i < all.size() ? lastBehind + i : lastBehind + i - all.size();
            if (!all.get(at).reader().isAtEnd()) {
                lastBehind = at;
                return false;
            }
        }
        return true;
    }

    /** All let go of the segment they were in. */
    void rest() {
        for (GroupMember each : all) {
            each.reader().rest();
        }
    }
}
