package io.heddle.controller.onos.ovsdb;

import java.util.List;

/**
 * How an Open vSwitch is to be set up: one bridge, what it is controlled by, its ports.
 *
 * @param ports the bridge's own local port among them
 * @param unplaced what cannot be expressed, each with its reason: never dropped silently
 */
public record SwitchSetup(
        WantedRow bridge, List<WantedRow> controllers, List<WantedPort> ports, List<String> unplaced) {

    /** What marks a row as made by Heddle, in {@code external_ids}. */
    static final String MARK = "heddle";

    /** A port and its interfaces; a bond has several. */
    record WantedPort(WantedRow port, List<WantedRow> interfaces) {
        WantedPort {
            interfaces = List.copyOf(interfaces);
        }
    }

    public SwitchSetup {
        controllers = List.copyOf(controllers);
        ports = List.copyOf(ports);
        unplaced = List.copyOf(unplaced);
    }
}
