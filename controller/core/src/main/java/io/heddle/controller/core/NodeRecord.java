package io.heddle.controller.core;

import io.heddle.model.fabric.DeviceName;
import java.util.List;

/**
 * What is kept of a node.
 *
 * @param identity who may speak for it: the subject of its certificate, or empty where none is asked for
 * @param acknowledged the number in the node's journal up to which everything is kept; {@link #NOTHING} asks for a whole report
 * @param grants in the order of use
 * @param aggregated its blocks are announced in place of its pods, because a switch could not hold them one by one
 */
public record NodeRecord(
        DeviceName name, String identity, boolean alive, long acknowledged, List<Grant> grants, boolean aggregated) {

    public static final long NOTHING = -1;

    public NodeRecord {
        grants = List.copyOf(grants);
    }

    NodeRecord withAlive(boolean next) {
        return new NodeRecord(name, identity, next, acknowledged, grants, aggregated);
    }

    NodeRecord withIdentity(String next) {
        return new NodeRecord(name, next, alive, acknowledged, grants, aggregated);
    }

    NodeRecord withAcknowledged(long next) {
        return new NodeRecord(name, identity, alive, next, grants, aggregated);
    }

    NodeRecord withGrants(List<Grant> next) {
        return new NodeRecord(name, identity, alive, acknowledged, next, aggregated);
    }

    NodeRecord withAggregated(boolean next) {
        return new NodeRecord(name, identity, alive, acknowledged, grants, next);
    }
}
