package io.heddle.topology.cabling;

import io.heddle.model.fabric.PortRef;
import java.util.List;

/**
 * What a port hears at the other end of its cable.
 *
 * @param at the port that hears
 * @param device what the other end calls itself; may be a name with a domain, or one that no file knows
 * @param ports what it calls its port, the likeliest first; never empty
 */
public record Sighting(PortRef at, String device, List<String> ports) {

    public Sighting {
        ports = List.copyOf(ports);
        if (ports.isEmpty()) {
            throw new IllegalArgumentException("a sighting of " + device + " at " + at + " without port");
        }
    }
}
