package io.heddle.model.config;

import io.heddle.model.net.RouteTarget;
import java.util.List;

/**
 * Route targets of a MAC-VRF or IP-VRF.
 *
 * @param automatic export the derived target AS:VNI and import {@code *:VNI}, whatever the AS part, as FRR does
 * @param imports further targets imported
 * @param exports further targets exported
 */
public record RouteTargets(boolean automatic, List<RouteTarget> imports, List<RouteTarget> exports) {

    public static final RouteTargets AUTOMATIC = new RouteTargets(true, List.of(), List.of());

    public RouteTargets {
        imports = List.copyOf(imports);
        exports = List.copyOf(exports);
    }
}
