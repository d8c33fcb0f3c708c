package io.heddle.test.openflow;

import io.heddle.model.fabric.DeviceName;
import io.heddle.topology.plan.Plan;

/** The devices of {@code two-nodes.yaml}. */
final class TwoNodes {

    static final DeviceName LEAF = DeviceName.of("leaf-1-1");

    private TwoNodes() {}

    static PlannedNode first(Plan plan) {
        return new PlannedNode(plan, DeviceName.of("node-1-1"));
    }

    static PlannedNode second(Plan plan) {
        return new PlannedNode(plan, DeviceName.of("node-1-2"));
    }
}
