package io.heddle.controller.onos.ovsdb;

import java.util.List;

/**
 * How far a switch is set up.
 *
 * @param connected whether its database is
 * @param reason why not, if not
 * @param differences what still differs from what is wanted
 * @param faults what the switch would not take, has not done, or what could not be expressed
 * @param foreign ports of the bridge that are not Heddle's and are left alone
 */
public record SwitchReport(
        boolean connected, String reason, List<String> differences, List<String> faults, List<String> foreign) {

    static final SwitchReport NEW = away("it has not connected yet");

    public SwitchReport {
        differences = List.copyOf(differences);
        faults = List.copyOf(faults);
        foreign = List.copyOf(foreign);
    }

    static SwitchReport away(String reason) {
        return new SwitchReport(false, reason, List.of(), List.of(), List.of());
    }

    /** The switch is set up as wanted. */
    public boolean isSettled() {
        return connected && differences.isEmpty() && faults.isEmpty();
    }
}
