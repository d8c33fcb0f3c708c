package io.heddle.simulator.drill;

import io.heddle.model.config.Action;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.Community;
import io.heddle.model.config.ExternalRouter;
import io.heddle.model.config.NetworkConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.simulator.timeline.Routing;
import java.util.Map;
import java.util.Optional;

/**
 * A configuration less what routing processes do not do, in words of the stable state: one that has stopped has no BGP, and a drained one marks what it
 * sends (RFC 8326 section 4.2).
 */
record RoutingInForce(Map<DeviceName, Routing> byDevice) {

    NetworkConfig of(NetworkConfig plan) {
        return byDevice.isEmpty()
                ? plan
                : new NetworkConfig(
                        plan.switches().stream()
                                .map(each -> isPlain(each.name()) ? each : each.withBgp(of(each.name(), each.bgp())))
                                .toList(),
                        plan.nodes().stream()
                                .map(each -> isPlain(each.name()) ? each : each.withBgp(of(each.name(), each.bgp())))
                                .toList(),
                        plan.externalRouters().stream()
                                .flatMap(each -> of(each.name(), Optional.of(each.bgp())).stream()
                                        .map(bgp -> new ExternalRouter(each.name(), bgp)))
                                .toList());
    }

    private boolean isPlain(DeviceName device) {
        return now(device) == Routing.RUNS;
    }

    private Routing now(DeviceName device) {
        return byDevice.getOrDefault(device, Routing.RUNS);
    }

    private Optional<BgpConfig> of(DeviceName device, Optional<BgpConfig> told) {
        return switch (now(device)) {
            case RUNS -> told;
            case DRAINED -> told.map(each -> each.marking(new Action.AddCommunity(Community.GRACEFUL_SHUTDOWN)));
            case STOPPED -> Optional.empty();
        };
    }
}
