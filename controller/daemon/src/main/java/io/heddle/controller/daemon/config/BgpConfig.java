package io.heddle.controller.daemon.config;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * The controller's BGP.
 *
 * @param listen where it waits for switches, if anywhere
 */
public record BgpConfig(Asn asn, IpAddress routerId, Optional<InetSocketAddress> listen, List<Peer> switches) {

    /**
     * A switch to tell.
     *
     * @param address where it is reached
     * @param port of its BGP
     * @param hops that a packet may take to it: 1 where it is next door
     * @param passive wait for it to connect
     * @param evpn whether EVPN routes are told there too
     */
    public record Peer(
            DeviceName device,
            IpAddress address,
            int port,
            Optional<IpAddress> from,
            Asn asn,
            int hops,
            boolean passive,
            boolean evpn,
            int holdTime) {}

    public BgpConfig {
        switches = List.copyOf(switches);
    }
}
