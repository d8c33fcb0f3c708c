package io.heddle.controller.daemon.config;

import java.net.SocketAddress;
import java.util.List;

/**
 * A switch whose bridge and ports are set up by its database (OVSDB).
 *
 * @param address where it listens: a TCP address, or a socket file
 * @param bridge the name of the bridge
 * @param controllers what the bridge is told to connect to, as Open vSwitch writes it: {@code tcp:10.0.0.1:6653}
 */
public record SwitchDatabase(SocketAddress address, String bridge, List<String> controllers) {
    public SwitchDatabase {
        controllers = List.copyOf(controllers);
    }
}
