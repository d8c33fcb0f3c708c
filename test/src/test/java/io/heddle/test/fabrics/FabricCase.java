package io.heddle.test.fabrics;

import io.heddle.model.config.NetworkConfig;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Outage;

/** What a solver of the stable state takes. */
public record FabricCase(Fabric fabric, NetworkConfig config, Endpoints endpoints, Outage outage) {

    public FabricCase under(Outage other) {
        return new FabricCase(fabric, config, endpoints, other);
    }
}
