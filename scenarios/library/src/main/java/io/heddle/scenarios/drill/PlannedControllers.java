package io.heddle.scenarios.drill;

import io.heddle.controller.core.layout.Layout;
import io.heddle.controller.core.layout.Limits;
import io.heddle.controller.daemon.layout.PlannedLayout;
import io.heddle.controller.daemon.layout.SilentVteps;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.net.Asn;
import io.heddle.simulator.event.Controllers;
import io.heddle.topology.plan.Plan;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The controllers of a plan in a drill: they tell the switches that nodes with pods hang on, where those speak BGP. */
final class PlannedControllers {

    /** The last private AS number of four octets (RFC 6996): plans count from the first ones. */
    private static final Asn ASN = new Asn(Asn.LAST_PRIVATE_32);

    /** What agents call the network of their pods; the same word on both sides is all that matters. */
    private static final String NETWORK = "pods";

    private PlannedControllers() {}

    static Controllers of(Plan plan, int replicas) {
        Set<DeviceName> nodes = new TreeSet<>();
        plan.fabric().nodes().stream().filter(Node::runsPods).forEach(each -> nodes.add(each.name()));
        Set<DeviceName> beside = new TreeSet<>();
        plan.fabric().links().forEach(each -> {
            beside(each.a(), each.b(), nodes, beside);
            beside(each.b(), each.a(), nodes, beside);
        });
        Map<DeviceName, Boolean> told = new TreeMap<>();
        plan.config().switches().stream()
                .filter(each -> beside.contains(each.name()) && each.bgp().isPresent())
                .forEach(each -> told.put(each.name(), false));
        Layout layout = PlannedLayout.of(plan, NETWORK, Limits.DEFAULT, told, new SilentVteps(ASN, Map.of()));
        return new Controllers(replicas, ASN, Controllers.RESTART_TIME, layout, Controllers.Times.DEFAULT);
    }

    private static void beside(PortRef node, PortRef other, Set<DeviceName> nodes, Set<DeviceName> beside) {
        if (nodes.contains(node.device())) {
            beside.add(other.device());
        }
    }
}
