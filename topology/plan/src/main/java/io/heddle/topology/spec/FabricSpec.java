package io.heddle.topology.spec;

import io.heddle.model.fabric.Fabric;

/** What {@code fabric.yaml} holds. */
public sealed interface FabricSpec {

    /** A fabric written out in full. */
    record Written(Fabric fabric) implements FabricSpec {}

    /** A fabric to be generated. */
    record Generated(GeneratorSpec generator) implements FabricSpec {}
}
