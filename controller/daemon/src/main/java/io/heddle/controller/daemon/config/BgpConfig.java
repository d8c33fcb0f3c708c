package io.heddle.controller.daemon.config;

import io.heddle.bgp.bfd.BfdTimers;
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
 * @param restartSeconds how long switches are asked to keep what they were told while no controller is there; 0 asks for nothing
 */
public record BgpConfig(
        Asn asn, IpAddress routerId, Optional<InetSocketAddress> listen, int restartSeconds, List<Peer> switches) {

    /**
     * A switch to tell.
     *
     * @param address where it is reached
     * @param port of its BGP
     * @param hops that a packet may take to it: 1 where it is next door
     * @param passive wait for it to connect
     * @param evpn whether EVPN routes are told there too
     * @param md5 signs the session
     * @param bfd watches the path
     * @param reflected it is a client of the controller's route reflector (iBGP) or route server (eBGP), for EVPN alone: routes that are told to
     *     all its clients alike would be pods' routes at leafs where the pods are not
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
            int holdTime,
            Optional<Md5Key> md5,
            Optional<BfdTimers> bfd,
            boolean reflected) {}

    public BgpConfig {
        switches = List.copyOf(switches);
    }
}
