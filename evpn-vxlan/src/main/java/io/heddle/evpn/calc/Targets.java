package io.heddle.evpn.calc;

import io.heddle.evpn.vrf.TargetMatch;
import io.heddle.model.net.RouteTarget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which VRFs import which sets of route targets. Single-threaded. */
final class Targets {

    private final Map<List<RouteTarget>, TargetSet> sets = new LinkedHashMap<>();
    private final List<MacVrf> macVrfs = new ArrayList<>();
    private final List<IpVrf> ipVrfs = new ArrayList<>();

    /** The set of these targets, interned. */
    TargetSet of(List<RouteTarget> targets) {
        TargetSet found = sets.get(targets);
        if (found == null) {
            found = new TargetSet(targets);
            sets.put(targets, found);
            for (MacVrf each : macVrfs) {
                if (imports(each, found)) {
                    found.macVrfs.add(each);
                }
            }
            for (IpVrf each : ipVrfs) {
                if (imports(each, found)) {
                    found.ipVrfs.add(each);
                }
            }
        }
        return found;
    }

    void add(MacVrf vrf) {
        macVrfs.add(vrf);
        for (TargetSet each : sets.values()) {
            if (imports(vrf, each)) {
                each.macVrfs.add(vrf);
            }
        }
    }

    void add(IpVrf vrf) {
        ipVrfs.add(vrf);
        for (TargetSet each : sets.values()) {
            if (imports(vrf, each)) {
                each.ipVrfs.add(vrf);
            }
        }
    }

    void remove(MacVrf vrf) {
        macVrfs.remove(vrf);
        sets.values().forEach(each -> each.macVrfs.remove(vrf));
    }

    void remove(IpVrf vrf) {
        ipVrfs.remove(vrf);
        sets.values().forEach(each -> each.ipVrfs.remove(vrf));
    }

    private static boolean imports(MacVrf vrf, TargetSet set) {
        return TargetMatch.imports(vrf.key.targets(), vrf.vni(), set.targets);
    }

    private static boolean imports(IpVrf vrf, TargetSet set) {
        return TargetMatch.imports(vrf.key.targets(), vrf.key.l3vni().orElseThrow(), set.targets);
    }
}
