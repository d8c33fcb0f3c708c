package io.heddle.bgp.rib;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of an update group, and how far they have read its stream. Single-threaded. */
final class GroupMembers {

    private final List<GroupMember> all = new ArrayList<>();
    /** By source, to ask for one quickly. */
    private final NumberSet sources = new NumberSet();

    /** Those who want everything. */
    private final List<GroupMember> unfiltered = new ArrayList<>();
    /** By source, those who want only some route targets; of two the later one, since the former does not follow. */
    private @Nullable GroupMember[] filtered = {};

    /** Those who do not follow the stream. */
    private final Set<GroupMember> lagging = new LinkedHashSet<>();
    /** How many that follow have been handed what they have not read. */
    private int toRead;

    private int lastBehind;

    List<GroupMember> all() {
        return all;
    }

    /** Those who want everything. */
    List<GroupMember> unfiltered() {
        return unfiltered;
    }

    /** Those who do not follow the stream. */
    Set<GroupMember> lagging() {
        return lagging;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    boolean contains(int source) {
        return sources.contains(source);
    }

    void add(GroupMember member) {
        all.add(member);
        int source = member.source();
        sources.add(source);
        if (member.filter() == null) {
            unfiltered.add(member);
        } else {
            if (source >= filtered.length) {
                filtered = Arrays.copyOf(filtered, Math.max(source + 1, filtered.length * 2));
            }
            filtered[source] = member;
        }
    }

    void remove(GroupMember member) {
        int source = member.source();
        lagging.remove(member);
        all.remove(member);
        lastBehind = 0;
        if (member.filter() == null) {
            unfiltered.remove(member);
        } else {
            member.giveUp();
            filtered[source] = filtered[source] == member ? null : filtered[source];
        }
        if (all.stream().noneMatch(each -> each.source() == source)) {
            sources.remove(source);
        }
    }

    /** Whether some want only some route targets. */
    boolean someAreFiltered() {
        return unfiltered.size() < all.size();
    }

    /** The member of a source that wants only some route targets. */
    @Nullable
    GroupMember filtered(int source) {
        return source < filtered.length ? filtered[source] : null;
    }

    /** Whether some do not follow the stream. */
    boolean someLag() {
        return !lagging.isEmpty();
    }

    /** One more does not follow. */
    void oneLags(GroupMember member) {
        lagging.add(member);
    }

    /** One that had lagged has caught up. */
    void oneFollows(GroupMember member) {
        lagging.remove(member);
    }

    /** One that had nothing to read has been handed something. */
    void oneHasToRead() {
        toRead++;
    }

    /** It has read that, or given it up. */
    void oneHasRead() {
        toRead--;
    }

    /** Those who do not follow have missed a destination. */
    void miss(int destination) {
        for (GroupMember each : lagging) {
            each.miss(destination);
        }
    }

    /** Those further behind than so many bytes stop following. */
    void leaveSlowBehind(long most) {
        for (GroupMember each : unfiltered) {
            if (each.isFollowing() && each.behind() > most) {
                each.fallBehind();
            }
        }
    }

    /** Those who read the stream go on here. */
    void startAt(StreamLink first) {
        for (GroupMember each : unfiltered) {
            if (each.isFollowing()) {
                each.reader().startsAt(first);
            }
        }
    }

    /** Whether all follow and have read everything. Asks first the one that was behind the last time. */
    boolean haveReadAll() {
        if (!lagging.isEmpty() || toRead > 0) {
            return false;
        }
        for (int i = 0; i < unfiltered.size(); i++) {
            int at = lastBehind + i < unfiltered.size() ? lastBehind + i : lastBehind + i - unfiltered.size();
            if (!unfiltered.get(at).reader().isAtEnd()) {
                lastBehind = at;
                return false;
            }
        }
        return true;
    }

    /** All let go of the segment they were in. */
    void rest() {
        for (GroupMember each : unfiltered) {
            each.reader().rest();
        }
    }
}
