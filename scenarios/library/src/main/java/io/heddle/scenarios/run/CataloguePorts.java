package io.heddle.scenarios.run;

import io.heddle.model.fabric.ProfileRef;
import io.heddle.topology.catalogue.DeviceCatalogue;
import io.heddle.topology.generate.FrontPort;
import io.heddle.topology.generate.PortLists;
import java.util.List;
import java.util.Optional;

/** The ports of the device catalogue, as the generators want them. */
record CataloguePorts(DeviceCatalogue devices) implements PortLists {

    @Override
    public Optional<List<FrontPort>> of(ProfileRef device) {
        return devices.find(device).filter(each -> each.ports().isKnown()).map(each -> each.ports().ports().stream()
                .map(port -> new FrontPort(port.name(), port.number(), port.speeds()))
                .toList());
    }
}
