package io.heddle.topology.plan;

import io.heddle.model.config.NetworkConfig;
import io.heddle.model.endpoint.Block;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.fabric.Fabric;
import io.heddle.topology.address.AddressPlan;
import io.heddle.topology.design.Design;
import java.util.List;

/**
 * A fabric under a design, ready to be solved, rendered and audited.
 *
 * @param fabric as given, but with its networks cut rack by rack where the design does so: the one that {@code config} speaks of
 * @param blocks of every node that runs pods, in the fabric's order, IPv4 before IPv6
 * @param notes what a reader should know is not in the plan
 */
public record Plan(
        Fabric fabric,
        Design design,
        NetworkConfig config,
        Endpoints endpoints,
        List<Block> blocks,
        AddressPlan addresses,
        List<String> notes) {

    public Plan {
        blocks = List.copyOf(blocks);
        notes = List.copyOf(notes);
    }
}
