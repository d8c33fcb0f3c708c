package io.heddle.evpn.vrf;

import io.heddle.model.config.RouteTargets;
import io.heddle.model.net.Asn;
import io.heddle.model.net.RouteTarget;
import io.heddle.model.net.Vni;
import java.util.ArrayList;
import java.util.List;

/** Import by route target: the automatic target matches whatever its AS part. */
public final class TargetMatch {

    private TargetMatch() {}

    /** What a MAC-VRF or IP-VRF exports. */
    public static List<RouteTarget> exported(RouteTargets targets, Asn asn, Vni vni) {
        List<RouteTarget> exported = new ArrayList<>(targets.exports());
        if (targets.automatic()) {
            exported.add(RouteTarget.derived(asn, vni));
        }
        return List.copyOf(exported);
    }

    /** Whether a MAC-VRF or IP-VRF imports a route with these targets. */
    public static boolean imports(RouteTargets targets, Vni vni, List<RouteTarget> exported) {
        for (RouteTarget each : exported) {
            if (targets.automatic() && each.assigned() == vni.value()
                    || targets.imports().contains(each)) {
                return true;
            }
        }
        return false;
    }
}
