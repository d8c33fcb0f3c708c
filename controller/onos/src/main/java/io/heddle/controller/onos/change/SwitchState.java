package io.heddle.controller.onos.change;

import java.util.List;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.group.GroupDescription;

/**
 * What a switch holds, as it says itself.
 *
 * @param flows those with a cookie of ours
 * @param groups all of them: nobody else's can be told from ours
 * @param foreignFlows flows that are not ours; left alone, and counted since they take room
 */
public record SwitchState(List<FlowRule> flows, List<GroupDescription> groups, int foreignFlows) {

    public static final SwitchState EMPTY = new SwitchState(List.of(), List.of(), 0);

    public SwitchState {
        flows = List.copyOf(flows);
        groups = List.copyOf(groups);
    }
}
