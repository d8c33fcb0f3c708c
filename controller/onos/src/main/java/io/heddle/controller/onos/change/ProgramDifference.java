package io.heddle.controller.onos.change;

import io.heddle.controller.onos.pipeline.Stage;
import io.heddle.controller.onos.pipeline.SwitchProgram;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.TrafficTreatment;
import org.onosproject.net.group.GroupBucket;
import org.onosproject.net.group.GroupDescription;

/**
 * The fewest changes from what a switch holds to what it is to hold, in an order in which no packet meets a hole: new groups, changed
 * groups, flows from the last table to the first, then what is no longer wanted, from the first table to the last, and groups that nothing
 * names any more. Applying it once leaves nothing to do.
 */
public final class ProgramDifference {

    private ProgramDifference() {}

    public static List<Change> between(SwitchProgram wanted, SwitchState held) {
        List<Change> changes = new ArrayList<>();
        Map<Integer, GroupDescription> gone = new LinkedHashMap<>();
        held.groups().forEach(each -> gone.put(each.givenGroupId(), each));
        List<Change> modified = new ArrayList<>();
        for (GroupDescription each : wanted.groups()) {
            GroupDescription before = gone.remove(each.givenGroupId());
            if (before == null) {
                changes.add(new Change.AddGroup(each));
            } else if (!same(each, before)) {
                modified.add(new Change.ModifyGroup(each));
            }
        }
        changes.addAll(modified);
        flows(wanted, held, changes);
        // A flood group names select groups and never the other way round; flood groups have the lower numbers.
        gone.values().stream()
                .sorted(Comparator.comparing(GroupDescription::givenGroupId))
                .forEach(each -> changes.add(new Change.RemoveGroup(each)));
        return changes;
    }

    private static void flows(SwitchProgram wanted, SwitchState held, List<Change> changes) {
        // FlowRule's equality is OpenFlow's identity: device, table, priority, match.
        // What is the same object needs no look at its match: nearly all of them, when one pod came.
        Set<FlowRule> kept =
                Collections.newSetFromMap(new IdentityHashMap<>(wanted.flows().size()));
        kept.addAll(wanted.flows());
        Set<FlowRule> there =
                Collections.newSetFromMap(new IdentityHashMap<>(held.flows().size()));
        Map<FlowRule, FlowRule> gone = new HashMap<>();
        for (FlowRule each : held.flows()) {
            if (kept.contains(each)) {
                there.add(each);
            } else {
                gone.put(each, each);
            }
        }
        List<FlowRule> put = new ArrayList<>();
        for (FlowRule each : wanted.flows()) {
            if (there.contains(each)) {
                continue;
            }
            FlowRule before = gone.remove(each);
            if (before == null || !same(each, before)) {
                put.add(each);
            }
        }
        put.stream()
                .sorted(Comparator.comparingInt(Stage::tableOf).reversed())
                .forEach(each -> changes.add(new Change.PutFlow(each)));
        held.flows().stream()
                .filter(each -> !there.contains(each) && gone.containsKey(each))
                .sorted(Comparator.comparingInt(Stage::tableOf))
                .forEach(each -> changes.add(new Change.RemoveFlow(each)));
    }

    private static boolean same(FlowRule wanted, FlowRule held) {
        return wanted.id().equals(held.id()) && wanted.treatment().equals(held.treatment());
    }

    /** By hand, since ONOS compares buckets and their instructions as sets. */
    private static boolean same(GroupDescription wanted, GroupDescription held) {
        return wanted.type() == held.type() && treatments(wanted).equals(treatments(held));
    }

    private static List<TrafficTreatment> treatments(GroupDescription group) {
        return group.buckets().buckets().stream().map(GroupBucket::treatment).toList();
    }
}
