package io.heddle.controller.onos.pipeline;

import io.heddle.model.config.VrfConfig;
import io.heddle.model.tables.RouteEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.TrafficTreatment;

/**
 * The rules of a switch's routes from one compilation to the next. A pod that comes or goes changes one route of a switch; the rules of the
 * others are the same objects again, which costs no building of matches now and no comparing of them later. Of one switch, single-threaded.
 */
public final class RouteRules {

    private List<VrfConfig> numbered = List.of();
    private Map<RouteEntry, FlowRule> before = Map.of();
    private Map<RouteEntry, FlowRule> now = new HashMap<>();

    /** The VRFs' numbers are in the matches: with other VRFs no rule is used again. */
    void begin(List<VrfConfig> vrfs, int routes) {
        before = vrfs.equals(numbered) ? now : Map.of();
        numbered = vrfs;
        now = HashMap.newHashMap(routes);
    }

    /** The rule that stood for this route last time, if it did what it is to do now. */
    @Nullable
    FlowRule reuse(RouteEntry route, TrafficTreatment treatment) {
        FlowRule rule = before.get(route);
        if (rule == null || !rule.treatment().equals(treatment)) {
            return null;
        }
        now.put(route, rule);
        return rule;
    }

    void keep(RouteEntry route, FlowRule rule) {
        now.put(route, rule);
    }

    /** What is not among the routes any more is forgotten. */
    void end() {
        before = Map.of();
    }
}
