package io.heddle.controller.onos.view;

import io.heddle.controller.onos.pipeline.Stage;
import java.util.Optional;
import org.onosproject.core.ApplicationId;
import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.DefaultFlowRule;
import org.onosproject.net.flow.DefaultTrafficSelector;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.TrafficSelector;
import org.onosproject.net.flow.criteria.Criterion;
import org.onosproject.net.flow.criteria.MetadataCriterion;
import org.onosproject.net.flowobjective.DefaultForwardingObjective;
import org.onosproject.net.flowobjective.ForwardingObjective;

/**
 * Routes as forwarding objectives, which know neither tables nor the metadata that carries a VRF: the destination is the selector, the VRF's
 * number the objective's meta; priority and treatment are the rule's. Both ways; a rule and its objective come to each other.
 */
public final class RouteObjectives {

    /** The metadata of the default VRF. */
    private static final long DEFAULT_VRF = 0;

    private RouteObjectives() {}

    /** The objective of a route's rule; empty for rules of other tables, which no single objective stands for. */
    public static Optional<ForwardingObjective> objective(FlowRule rule, ApplicationId application) {
        if (Stage.tableOf(rule) != Stage.ROUTE.table()) {
            return Optional.empty();
        }
        TrafficSelector.Builder destination = DefaultTrafficSelector.builder();
        TrafficSelector.Builder vrf = DefaultTrafficSelector.builder();
        rule.selector().criteria().forEach(each -> (each.type() == Criterion.Type.METADATA ? vrf : destination)
                .add(each));
        return Optional.of(DefaultForwardingObjective.builder()
                .withSelector(destination.build())
                .withMeta(vrf.build())
                .withTreatment(rule.treatment())
                .withPriority(rule.priority())
                .withFlag(ForwardingObjective.Flag.SPECIFIC)
                .fromApp(application)
                .makePermanent()
                .add());
    }

    /**
     * The rule that a forwarding objective comes to in Heddle's pipeline. Nothing is sent to a switch by this.
     *
     * @throws IllegalArgumentException if it is none of a route: versatile, by a next objective, or without an IP destination
     */
    public static FlowRule rule(DeviceId device, ForwardingObjective objective) {
        if (objective.flag() != ForwardingObjective.Flag.SPECIFIC) {
            throw new IllegalArgumentException("objective is " + objective.flag() + ", expected SPECIFIC");
        }
        if (objective.nextId() != null || objective.treatment() == null) {
            throw new IllegalArgumentException(
                    "objective goes on with " + objective.nextId() + ", expected a treatment of its own");
        }
        if (objective.selector().getCriterion(Criterion.Type.ETH_TYPE) == null) {
            throw new IllegalArgumentException(
                    "objective selects " + objective.selector() + ", expected IPv4 or IPv6 and a destination");
        }
        TrafficSelector.Builder selector = DefaultTrafficSelector.builder().matchMetadata(vrf(objective));
        objective.selector().criteria().forEach(selector::add);
        return DefaultFlowRule.builder()
                .forDevice(device)
                .forTable(Stage.ROUTE.table())
                .withPriority(objective.priority())
                .fromApp(objective.appId())
                .withSelector(selector.build())
                .withTreatment(objective.treatment())
                .makePermanent()
                .build();
    }

    private static long vrf(ForwardingObjective objective) {
        return objective.meta() != null
                        && objective.meta().getCriterion(Criterion.Type.METADATA) instanceof MetadataCriterion vrf
                ? vrf.metadata()
                : DEFAULT_VRF;
    }
}
