package io.heddle.simulator.stable;

import io.heddle.evpn.vrf.TargetMatch;
import io.heddle.model.config.RouteTargets;
import io.heddle.model.net.VlanId;
import io.heddle.model.net.Vni;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What a MAC-VRF or IP-VRF with certain targets imports, worked out once for all switches that have such a one.
 *
 * @param matched exporters whose MAC-only and type-3 routes match, by number
 * @param matchedWithAddress exporters whose MAC+IP routes match: these carry the VRF's targets too
 * @param exporters those in {@code matched}
 * @param sources VLANs of exporters in {@code matchedWithAddress}, each once
 * @param subnets type-5 routes that match
 */
record Imports(
        BitSet matched,
        BitSet matchedWithAddress,
        List<Exporter> exporters,
        List<VlanId> sources,
        List<Overlay.SubnetExporter> subnets) {

    static Imports of(Overlay overlay, RouteTargets targets, Vni vni) {
        BitSet matched = new BitSet();
        BitSet withAddress = new BitSet();
        List<Exporter> exporters = new ArrayList<>();
        List<VlanId> sources = new ArrayList<>();
        for (Exporter each : overlay.exporters()) {
            boolean matches = TargetMatch.imports(targets, vni, each.targets());
            if (matches) {
                matched.set(each.number());
                exporters.add(each);
            }
            if (matches || TargetMatch.imports(targets, vni, each.routedTargets())) {
                withAddress.set(each.number());
                if (!sources.contains(each.vlan().vlan())) {
                    sources.add(each.vlan().vlan());
                }
            }
        }
        List<Overlay.SubnetExporter> subnets = overlay.subnetExporters().stream()
                .filter(each -> TargetMatch.imports(targets, vni, each.targets()))
                .toList();
        return new Imports(matched, withAddress, exporters, sources, subnets);
    }
}
