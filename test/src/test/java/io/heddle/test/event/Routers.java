package io.heddle.test.event;

import io.heddle.model.config.ExternalRouter;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.test.fabrics.FabricCase;
import java.util.ArrayList;
import java.util.List;

/** Who speaks BGP in a fabric. */
final class Routers {

    private Routers() {}

    /** Switches, nodes, external routers, each in the order of the configuration. */
    static List<DeviceName> of(FabricCase fabric) {
        List<DeviceName> all = new ArrayList<>();
        fabric.config().switches().stream()
                .filter(each -> each.bgp().isPresent())
                .map(SwitchConfig::name)
                .forEach(all::add);
        fabric.config().nodes().stream()
                .filter(each -> each.bgp().isPresent())
                .map(NodeProgram::name)
                .forEach(all::add);
        fabric.config().externalRouters().stream().map(ExternalRouter::name).forEach(all::add);
        return all;
    }
}
