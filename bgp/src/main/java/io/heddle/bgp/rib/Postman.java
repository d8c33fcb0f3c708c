package io.heddle.bgp.rib;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hands the messages of a group's stream to those of its members who want only some route targets (RFC 4684), so that a message costs
 * those who want it, and the others nothing. Single-threaded.
 */
final class Postman {

    private final WantingSources wanting;
    private final GroupMembers members;
    private final long mostBehind;
    private final List<GroupMember> slow = new ArrayList<>(0);
    private final NumberSet excepted = new NumberSet();

    /**
     * For the members of one group.
     *
     * @param mostBehind a member that lags behind the others by more than this many bytes stops following
     */
    Postman(WantingSources wanting, GroupMembers members, long mostBehind) {
        this.wanting = wanting;
        this.members = members;
        this.mostBehind = mostBehind;
    }

    /**
     * Hands over what was written since.
     *
     * @param from where the first such message is, or would be
     * @param number of that message
     * @param position where in the stream it begins
     */
    void deliver(@Nullable StreamLink from, int number, long position) {
        int message = number;
        long written = position;
        for (StreamLink each = from; each != null; each = each.next) {
            Segment segment = each.segment;
            for (; message < segment.messages(); message++) {
                deliver(segment, message, written);
                written += segment.end(message) - segment.start(message);
            }
            message = 0;
        }
    }

    private void deliver(Segment segment, int message, long written) {
        int single = Audience.single(segment.audience(message));
        WantedTargets targets = segment.wanted(message);
        if (targets == null) {
            if (single == Audience.SEVERAL) {
                members.all().forEach(each -> handOver(each, segment, message, written));
            } else {
                handOver(members.filtered(single), segment, message, written);
            }
            return;
        }
        excepted.clear();
        if (targets.unless() != null) {
            excepted.addAll(wanting.of(targets.unless()));
        }
        NumberSet wanted = wanting.of(targets.route());
        for (int each = wanted.next(0); each != NumberSet.NONE; each = wanted.next(each + 1)) {
            if (!excepted.contains(each)) {
                handOver(members.filtered(each), segment, message, written);
            }
        }
    }

    private void handOver(@Nullable GroupMember member, Segment segment, int message, long written) {
        if (member == null
                || member.filter() == null
                || !Audience.contains(segment.audience(message), member.source())) {
            return;
        }
        member.deliver(segment, message, written);
        if (member.behind() > mostBehind) {
            slow.add(member);
        }
    }

    /** Those who lag too far behind stop following. */
    void leaveSlowBehind() {
        for (GroupMember each : slow) {
            if (each.isFollowing() && each.behind() > mostBehind) {
                each.fallBehind();
            }
        }
        slow.clear();
    }
}
