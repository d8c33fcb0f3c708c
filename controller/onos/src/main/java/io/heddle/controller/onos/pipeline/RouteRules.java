package io.heddle.controller.onos.pipeline;

import io.heddle.model.config.VrfConfig;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.Prefix;
import io.heddle.model.tables.NextHop;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.RouteSource;
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

    private record Kept(RouteSource source, FlowRule rule) {}

    private List<VrfConfig> numbered = List.of();
    private Map<VrfName, Map<Prefix, Kept>> before = Map.of();
    private Map<VrfName, Map<Prefix, Kept>> now = new HashMap<>();
    private Map<List<NextHop>, TrafficTreatment> treatmentsBefore = Map.of();
    private Map<List<NextHop>, TrafficTreatment> treatments = new HashMap<>();

    /** The VRFs' numbers are in the matches: with other VRFs no rule is used again. */
    void begin(List<VrfConfig> vrfs) {
        before = vrfs.equals(numbered) ? now : Map.of();
        numbered = vrfs;
        now = new HashMap<>();
        treatmentsBefore = treatments;
        treatments = new HashMap<>();
    }

    /** The treatment for these next hops, as the same object as last time if it is equal: rules are then compared without a look into it. */
    TrafficTreatment same(List<NextHop> nextHops, TrafficTreatment treatment) {
        TrafficTreatment last = treatmentsBefore.get(nextHops);
        TrafficTreatment kept = last != null && last.equals(treatment) ? last : treatment;
        treatments.put(nextHops, kept);
        return kept;
    }

    /** The rule that stood for this route last time, if it did what it is to do now. */
    @Nullable
    FlowRule reuse(RouteEntry route, TrafficTreatment treatment) {
        // By prefix: an entry's own hash goes through all of its next hops.
        Kept kept = before.getOrDefault(route.vrf(), Map.of()).get(route.prefix());
        if (kept == null
                || kept.source != route.source()
                || !kept.rule.treatment().equals(treatment)) {
            return null;
        }
        put(route, kept);
        return kept.rule;
    }

    void keep(RouteEntry route, FlowRule rule) {
        put(route, new Kept(route.source(), rule));
    }

    private void put(RouteEntry route, Kept kept) {
        now.computeIfAbsent(
                        route.vrf(),
                        vrf -> HashMap.newHashMap(
                                before.getOrDefault(vrf, Map.of()).size()))
                .put(route.prefix(), kept);
    }

    /** What is not among the routes any more is forgotten. */
    void end() {
        before = Map.of();
        treatmentsBefore = Map.of();
    }
}
