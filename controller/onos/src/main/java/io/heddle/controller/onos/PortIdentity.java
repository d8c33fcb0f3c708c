package io.heddle.controller.onos;

import io.heddle.model.fabric.PortName;

/**
 * What identifies a port on its device, on both sides of the border.
 *
 * @param number position on the device, from 1
 */
public record PortIdentity(PortName name, int number) {

    public PortIdentity {
        if (number < 1) {
            throw new IllegalArgumentException("port number " + number + " of " + name + " is below 1");
        }
    }
}
