package io.heddle.controller.daemon.config;

import io.heddle.model.fabric.DeviceName;
import io.heddle.tls.TlsFiles;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Switches told by OpenFlow.
 *
 * @param listen where they find the controller: a TCP address, or a socket file
 * @param datapaths their names, by the number that each says it has; every switch has one number
 * @param databases of those that are set up by them; the others are set up by somebody else
 * @param tls with what TCP connections of switches and to databases are protected
 * @param every how often each is read and compared
 */
public record OpenFlowConfig(
        SocketAddress listen,
        SortedMap<Long, DeviceName> datapaths,
        SortedMap<DeviceName, SwitchDatabase> databases,
        Optional<TlsFiles> tls,
        Duration every) {

    public OpenFlowConfig {
        datapaths = Collections.unmodifiableSortedMap(new TreeMap<>(datapaths));
        databases = Collections.unmodifiableSortedMap(new TreeMap<>(databases));
    }
}
