package io.heddle.controller.onos.openflow;

import io.heddle.controller.onos.change.Change;
import java.util.List;

/**
 * What became of a push, after the barrier: every change that the switch refused, with its reason.
 *
 * @param pushed how many changes were sent
 * @param displaced whether another controller has become master of the switch meanwhile: a matter for the store
 */
public record PushReport(int pushed, List<Refused> refused, boolean displaced) {

    /**
     * A change that the switch did not make.
     *
     * @param reason OpenFlow's error type and code, such as {@code FLOW_MOD_FAILED TABLE_FULL}
     * @param full whether a table of the switch has no room left: a matter for admission
     */
    public record Refused(Change change, String reason, boolean full) {}

    public PushReport {
        refused = List.copyOf(refused);
    }

    public boolean isComplete() {
        return refused.isEmpty() && !displaced;
    }
}
