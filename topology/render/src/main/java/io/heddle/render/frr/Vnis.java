package io.heddle.render.frr;

import io.heddle.model.config.RouteTargets;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.net.Asn;
import io.heddle.model.net.RouteTarget;
import io.heddle.model.net.Vni;
import io.heddle.render.Gap;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Route targets. Where they are automatic FRR derives the same ones and nothing is written. */
final class Vnis {

    private Vnis() {}

    /** The VNIs of VLANs that have targets of their own. */
    static List<String> lines(Router router, Asn asn, List<Gap> gaps) {
        List<String> lines = new ArrayList<>();
        for (VlanConfig vlan : router.vlans()) {
            vlan.vni().ifPresent(vni -> {
                List<String> targets = targets(vlan.targets(), asn, vni, "VNI " + vni, gaps);
                if (!targets.isEmpty()) {
                    lines.add("vni " + vni);
                    targets.forEach(each -> lines.add(" " + each));
                    lines.add("exit-vni");
                }
            });
        }
        return lines;
    }

    /** {@code route-target} lines. A target written by hand replaces the automatic ones of its direction. */
    static List<String> targets(RouteTargets targets, Asn asn, Vni vni, String subject, List<Gap> gaps) {
        List<String> lines = new ArrayList<>();
        RouteTarget derived = RouteTarget.derived(asn, vni);
        if (!targets.imports().isEmpty() || !targets.automatic()) {
            if (targets.automatic()) {
                gaps.add(new Gap(
                        subject,
                        "further import targets: FRR 8.4 cannot write *:" + vni + " beside them; " + derived
                                + " stands for it"));
            }
            write("import", targets.imports(), targets.automatic(), derived, lines);
        }
        if (!targets.exports().isEmpty() || !targets.automatic()) {
            write("export", targets.exports(), targets.automatic(), derived, lines);
        }
        if (!targets.automatic()
                && (targets.imports().isEmpty() || targets.exports().isEmpty())) {
            gaps.add(new Gap(subject, "no import or no export targets: FRR then derives them"));
        }
        return lines;
    }

    private static void write(
            String direction, List<RouteTarget> given, boolean automatic, RouteTarget derived, List<String> lines) {
        Set<RouteTarget> all = new LinkedHashSet<>();
        if (automatic) {
            all.add(derived);
        }
        all.addAll(given);
        all.forEach(each -> lines.add("route-target " + direction + " " + each));
    }
}
