package io.heddle.topology.wiring;

import io.heddle.model.fabric.PortName;

/**
 * A cable as seen from one of its ends.
 *
 * @param port the near port
 * @param peer number of the device at the far end
 */
public record Cable(PortName port, int peer, PortName peerPort) {}
