package io.heddle.evpn.calc;

import io.heddle.evpn.vrf.TargetMatch;
import io.heddle.model.net.RouteTarget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which VRFs import which sets of route targets. Single-threaded. */
final class Targets {

    /** How many of the last sets are found by identity: equal attributes are mostly one object. */
    private static final int RECENT = 1024;

    private final Map<List<RouteTarget>, TargetSet> sets = new LinkedHashMap<>();
    private final @Nullable TargetSet[] recent = new TargetSet[RECENT];
    private final List<MacVrf> macVrfs = new ArrayList<>();
    private final List<IpVrf> ipVrfs = new ArrayList<>();

    /** The set of these targets, interned. */
    TargetSet of(List<RouteTarget> targets) {
        int slot = System.identityHashCode(targets) & RECENT - 1;
        TargetSet last = recent[slot];
        if (last != null && last.asked.equals(targets)) {
            return last;
        }
        TargetSet found = find(targets);
        found.asked = targets;
        recent[slot] = found;
        return found;
    }

    private TargetSet find(List<RouteTarget> targets) {
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
