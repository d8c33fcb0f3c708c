package io.heddle.controller.onos.change;

import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.group.GroupDescription;

/** One step on a switch. */
public sealed interface Change {

    /** Adds a flow, or replaces the one of the same table, priority and match at once. */
    record PutFlow(FlowRule flow) implements Change {}

    record RemoveFlow(FlowRule flow) implements Change {}

    record AddGroup(GroupDescription group) implements Change {}

    /** Replaces a group's buckets at once. */
    record ModifyGroup(GroupDescription group) implements Change {}

    record RemoveGroup(GroupDescription group) implements Change {}
}
