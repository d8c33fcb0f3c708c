package io.heddle.controller.onos.ovsdb;

import java.util.List;

/**
 * What is said of a switch's bridge beyond the plan.
 *
 * @param bridge its name
 * @param datapath what it says it is when it connects
 * @param controllers where it is to find its controllers, such as {@code tcp:10.0.0.1:6653}
 */
public record BridgePlace(String bridge, long datapath, List<String> controllers) {

    private static final int LONGEST = 15;

    /** Open vSwitch takes the names of Linux's interfaces. */
    static boolean isInterfaceName(String text) {
        return !text.isEmpty() && text.length() <= LONGEST && text.indexOf('/') < 0;
    }

    public BridgePlace {
        controllers = List.copyOf(controllers);
        if (!isInterfaceName(bridge)) {
            throw new IllegalArgumentException(
                    "'" + bridge + "' is no name of a bridge; expected at most " + LONGEST + " characters without '/'");
        }
    }
}
