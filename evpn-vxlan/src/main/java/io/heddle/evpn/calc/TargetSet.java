package io.heddle.evpn.calc;

import io.heddle.model.net.RouteTarget;
import java.util.ArrayList;
import java.util.List;

/** Route targets that routes share, and which VRFs import them: asked once, not once a route. Single-threaded. */
final class TargetSet {

    final List<RouteTarget> targets;

    /** The list that was last asked about: equal to the other. */
    List<RouteTarget> asked;

    final List<MacVrf> macVrfs = new ArrayList<>(1);
    final List<IpVrf> ipVrfs = new ArrayList<>(1);

    TargetSet(List<RouteTarget> targets) {
        this.targets = targets;
        asked = targets;
    }
}
