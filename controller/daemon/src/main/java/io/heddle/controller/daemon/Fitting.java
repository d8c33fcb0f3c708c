package io.heddle.controller.daemon;

import io.heddle.controller.core.layout.Layout;
import io.heddle.controller.core.layout.NodePlace;
import io.heddle.controller.core.layout.NodePlace.PodAnnouncer;
import io.heddle.controller.daemon.config.BgpConfig;
import io.heddle.controller.daemon.config.ControllerConfig;
import io.heddle.controller.daemon.config.NamedSwitch;
import io.heddle.model.config.NodeProgram.PodVisibility;
import io.heddle.model.fabric.DeviceName;
import io.heddle.topology.plan.Plan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a configuration is one for this fabric. */
final class Fitting {

    private Fitting() {}

    static void check(ControllerConfig config, Plan plan, Layout layout) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (NamedSwitch each : config.named()) {
            if (plan.fabric().findSwitch(each.device()).isEmpty()) {
                wrong.add(each.unknown().toString());
            }
        }
        Set<DeviceName> reflected = config.bgp().stream()
                .flatMap(each -> each.switches().stream())
                .filter(BgpConfig.Peer::reflected)
                .map(BgpConfig.Peer::device)
                .collect(Collectors.toSet());
        for (NodePlace node : layout.nodes().values()) {
            if (node.visibility() == PodVisibility.ROUTED && node.announcer() != PodAnnouncer.NODE) {
                node.uplinks().stream()
                        .filter(each -> reflected.contains(each.leaf()))
                        .findFirst()
                        .ifPresent(each -> wrong.add("bgp.switches: " + each.leaf()
                                + " is reflected and told EVPN alone, but the controller announces pods of "
                                + node.name() + " there"));
            }
        }
        if (!wrong.isEmpty()) {
            throw new IOException(String.join("\n", wrong));
        }
    }
}
