package io.heddle.test.reference;

import io.heddle.model.config.RouteTargets;
import io.heddle.model.net.Asn;
import io.heddle.model.net.RouteTarget;
import io.heddle.model.net.Vni;
import java.util.Set;
import java.util.TreeSet;

/** Route targets (rule 6.2). */
final class Targets {

    private Targets() {}

    static Set<RouteTarget> exported(RouteTargets targets, Asn ownAs, Vni vni) {
        Set<RouteTarget> exported = new TreeSet<>(targets.exports());
        if (targets.automatic()) {
            exported.add(RouteTarget.derived(ownAs, vni));
        }
        return exported;
    }

    static boolean imports(RouteTargets targets, Vni vni, EvpnRoute route) {
        return route.targets().stream()
                .anyMatch(each ->
                        targets.imports().contains(each) || (targets.automatic() && each.assigned() == vni.value()));
    }
}
