package io.heddle.topology.graph;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.PortRef;

/**
 * A cable by which a device joins a network.
 *
 * @param own the device's port
 * @param to the switch at the other end
 */
public record Access(PortRef own, DeviceName to, Link link) {}
