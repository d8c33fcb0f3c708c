package io.heddle.simulator.walk;

import io.heddle.model.fabric.Link;
import java.util.Optional;

/**
 * One way on from a step.
 *
 * @param link the cable it takes; empty where the packet stays in the device (routed between VLANs, encapsulated, decapsulated)
 */
public record Leg(Optional<Link> link, Position next) {

    static Leg inside(Position next) {
        return new Leg(Optional.empty(), next);
    }

    static Leg over(Link link, Position next) {
        return new Leg(Optional.of(link), next);
    }
}
