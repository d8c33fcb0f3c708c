package io.heddle.controller.onos.pipeline;

import java.util.List;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.group.GroupDescription;

/**
 * What one switch is to hold: flows, groups and what could not be expressed.
 *
 * @param flows by table, then priority and match; no two with the same table, priority and match
 * @param groups a group comes after the groups that its buckets name
 * @param unplaced entries that no rule stands for, each with its reason: never dropped silently
 */
public record SwitchProgram(List<FlowRule> flows, List<GroupDescription> groups, List<String> unplaced) {

    public SwitchProgram {
        flows = List.copyOf(flows);
        groups = List.copyOf(groups);
        unplaced = List.copyOf(unplaced);
    }
}
