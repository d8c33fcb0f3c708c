package io.heddle.scenarios.run;

import io.heddle.model.fabric.Fabric;
import io.heddle.topology.catalogue.DeviceCatalogue;
import io.heddle.topology.fault.Outcome;
import io.heddle.topology.generate.FabricGenerator;
import io.heddle.topology.generate.PortLists;
import io.heddle.topology.spec.FabricSpec;

/** The fabric that a file describes. */
public final class FabricSource {

    private FabricSource() {}

    /** As written out, or generated with the ports of the catalogue. */
    public static Outcome<Fabric> fabric(FabricSpec spec, DeviceCatalogue devices) {
        return switch (spec) {
            case FabricSpec.Written(Fabric fabric) -> Outcome.made(fabric);
            case FabricSpec.Generated generated ->
                new FabricGenerator(PortLists.of(devices)).generate(generated.generator());
        };
    }
}
