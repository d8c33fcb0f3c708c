package io.heddle.topology.generate;

import io.heddle.model.fabric.PortName;
import io.heddle.model.net.Bandwidth;
import java.util.Set;

/**
 * A port that a device has.
 *
 * @param number from 1
 * @param speeds what it can run at
 */
public record FrontPort(PortName name, int number, Set<Bandwidth> speeds) {
    public FrontPort {
        speeds = Set.copyOf(speeds);
    }

    Bandwidth fastest() {
        return speeds.stream().max(Bandwidth::compareTo).orElse(Bandwidth.NONE);
    }
}
