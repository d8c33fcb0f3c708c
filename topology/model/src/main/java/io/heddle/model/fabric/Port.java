package io.heddle.model.fabric;

import io.heddle.model.net.Bandwidth;

/**
 * A front port of a switch, or a port of a node's card.
 *
 * @param number position on the device, from 1; the ONOS port number
 * @param speed what the port runs at
 */
public record Port(PortName name, int number, Bandwidth speed) {

    public Port {
        if (number < 1) {
            throw new IllegalArgumentException("port number " + number + " of " + name + " is below 1");
        }
    }
}
