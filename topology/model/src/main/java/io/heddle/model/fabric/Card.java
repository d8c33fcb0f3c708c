package io.heddle.model.fabric;

import java.util.List;
import java.util.OptionalInt;

/**
 * A network card of a node: the unit that fails together.
 *
 * @param rail the GPU rail it serves, from 0, in a rail-optimised fabric
 */
public record Card(CardName name, List<Port> ports, OptionalInt rail) {

    public Card {
        ports = List.copyOf(ports);
        if (ports.isEmpty()) {
            throw new IllegalArgumentException("card " + name + " has no ports");
        }
    }
}
