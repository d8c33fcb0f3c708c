package io.heddle.controller.onos.view;

import io.heddle.controller.onos.pipeline.Stage;
import java.util.List;
import java.util.Optional;
import org.onosproject.net.flow.DefaultTrafficSelector;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.TrafficSelector;
import org.onosproject.net.flow.criteria.Criterion;
import org.onosproject.net.flowobjective.DefaultFilteringObjective;
import org.onosproject.net.flowobjective.DefaultForwardingObjective;
import org.onosproject.net.flowobjective.DefaultNextObjective;
import org.onosproject.net.flowobjective.FilteringObjective;
import org.onosproject.net.flowobjective.ForwardingObjective;
import org.onosproject.net.flowobjective.NextObjective;
import org.onosproject.net.group.GroupBucket;
import org.onosproject.net.group.GroupDescription;

/** One rule or group as the objective that says the same. */
final class RuleObjectives {

    private RuleObjectives() {}

    /**
     * Of the first two tables: the port, VLAN or VNI is the key, what else is matched the conditions, what is done with it the meta. Empty for
     * rules of other tables, and for those of no place, such as LLDP's.
     */
    static Optional<FilteringObjective> filtering(FlowRule rule) {
        if (Stage.tableOf(rule) > Stage.TERMINATE.table()) {
            return Optional.empty();
        }
        return key(rule.selector()).map(key -> {
            DefaultFilteringObjective.Builder objective = DefaultFilteringObjective.builder()
                    .withKey(key)
                    .withPriority(rule.priority())
                    .withMeta(rule.treatment())
                    .fromApp(Provenance.APPLICATION)
                    .makePermanent();
            List<Criterion> others = rule.selector().criteria().stream()
                    .filter(each -> !each.equals(key))
                    .toList();
            // ONOS asks for one condition at least.
            (others.isEmpty() ? List.of(key) : others).forEach(objective::addCondition);
            boolean drops = rule.treatment().tableTransition() == null;
            return (drops ? objective.deny() : objective.permit()).add();
        });
    }

    private static Optional<Criterion> key(TrafficSelector selector) {
        return Optional.ofNullable(selector.getCriterion(Criterion.Type.IN_PORT))
                .or(() -> Optional.ofNullable(selector.getCriterion(Criterion.Type.TUNNEL_ID)))
                .or(() -> Optional.ofNullable(selector.getCriterion(Criterion.Type.VLAN_VID)));
    }

    /** Of the other tables; specific for routes, else versatile. What the metadata says of the packet is the meta. */
    static Optional<ForwardingObjective> forwarding(FlowRule rule) {
        if (Stage.tableOf(rule) <= Stage.TERMINATE.table()) {
            return Optional.empty();
        }
        return RouteObjectives.objective(rule, Provenance.APPLICATION)
                .or(() -> Optional.of(DefaultForwardingObjective.builder()
                        .withSelector(without(rule.selector(), Criterion.Type.METADATA))
                        .withMeta(only(rule.selector(), Criterion.Type.METADATA))
                        .withTreatment(rule.treatment())
                        .withPriority(rule.priority())
                        .withFlag(ForwardingObjective.Flag.VERSATILE)
                        .fromApp(Provenance.APPLICATION)
                        .makePermanent()
                        .add()));
    }

    private static TrafficSelector without(TrafficSelector selector, Criterion.Type type) {
        TrafficSelector.Builder others = DefaultTrafficSelector.builder();
        selector.criteria().stream().filter(each -> each.type() != type).forEach(others::add);
        return others.build();
    }

    private static TrafficSelector only(TrafficSelector selector, Criterion.Type type) {
        TrafficSelector.Builder those = DefaultTrafficSelector.builder();
        selector.criteria().stream().filter(each -> each.type() == type).forEach(those::add);
        return those.build();
    }

    static NextObjective next(GroupDescription group) {
        DefaultNextObjective.Builder objective = DefaultNextObjective.builder()
                .withId(group.givenGroupId())
                .withType(
                        group.type() == GroupDescription.Type.SELECT
                                ? NextObjective.Type.HASHED
                                : NextObjective.Type.BROADCAST)
                .fromApp(Provenance.APPLICATION)
                .makePermanent();
        group.buckets().buckets().stream().map(GroupBucket::treatment).forEach(objective::addTreatment);
        return objective.add();
    }
}
