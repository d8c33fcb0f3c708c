package io.heddle.simulator.drill;

import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.Neighbor;
import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Prefix;
import io.heddle.simulator.timeline.Withholding;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What switches do not announce because it is not in their hardware, in words of the stable state: that of a fabric whose configuration has them
 * withhold it.
 */
record WithheldRoutes(Map<DeviceName, Set<Prefix>> byDevice) {

    NetworkConfig into(NetworkConfig plan) {
        return byDevice.isEmpty() ? plan : plan.withSwitches(this::with);
    }

    private SwitchConfig with(SwitchConfig config) {
        Set<Prefix> here = byDevice.getOrDefault(config.name(), Set.of());
        return here.isEmpty() ? config : config.withBgp(config.bgp().map(bgp -> bgp.withNeighbors(silent(bgp, here))));
    }

    private static List<Neighbor> silent(BgpConfig bgp, Set<Prefix> prefixes) {
        return bgp.neighbors().stream()
                .map(each -> each.with(silent(each.group(), prefixes)))
                .toList();
    }

    private static PeerGroup silent(PeerGroup group, Set<Prefix> prefixes) {
        return group.withExportPolicy(Withholding.of(prefixes, group.exportPolicy()));
    }
}
