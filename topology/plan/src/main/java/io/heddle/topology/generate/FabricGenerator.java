package io.heddle.topology.generate;

import io.heddle.model.fabric.Fabric;
import io.heddle.topology.fault.Outcome;
import io.heddle.topology.spec.GeneratorSpec;

/** Makes fabrics from a few lines. Deterministic: equal specs give equal fabrics. */
public final class FabricGenerator {

    private final PortLists ports;

    /** Ports are taken from these lists. */
    public FabricGenerator(PortLists ports) {
        this.ports = ports;
    }

    /** The fabric, or everything that keeps it from being built. */
    public Outcome<Fabric> generate(GeneratorSpec spec) {
        return switch (spec) {
            case GeneratorSpec.Clos clos -> new ClosGenerator(clos, ports).generate();
            case GeneratorSpec.RailOptimised rails -> new RailGenerator(rails, ports).generate();
        };
    }
}
