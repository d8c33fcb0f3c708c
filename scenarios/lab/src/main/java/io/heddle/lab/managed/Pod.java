package io.heddle.lab.managed;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;

/**
 * A pod that was attached.
 *
 * @param space its namespace
 * @param address as the plugin answered
 */
public record Pod(DeviceName node, String name, String space, IpAddress address) {}
