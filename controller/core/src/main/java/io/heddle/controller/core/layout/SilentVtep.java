package io.heddle.controller.core.layout;

import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.RouteDistinguisher;
import io.heddle.model.net.RouteTarget;
import io.heddle.model.net.Vni;
import java.util.List;
import java.util.Optional;

/**
 * A VTEP that cannot originate EVPN routes: the controller announces types 2, 3 and 5 in its place, with it as next hop.
 *
 * @param segments by the name of the pod network that they carry
 */
public record SilentVtep(IpAddress address, List<Segment> segments) {

    /**
     * A VXLAN segment.
     *
     * @param network the name its pods' agents report
     * @param distinguisher of its own: the VNI is in no key
     */
    public record Segment(
            String network,
            Vni vni,
            RouteDistinguisher distinguisher,
            List<RouteTarget> targets,
            Optional<Routed> routed) {
        public Segment {
            targets = List.copyOf(targets);
        }
    }

    /**
     * Symmetric IRB.
     *
     * @param routerMac without it a type 5 would poison the VTEP at its receivers (RFC 9136 section 4.4.1)
     * @param subnets announced as type 5
     */
    public record Routed(
            Vni l3vni,
            RouteDistinguisher distinguisher,
            List<RouteTarget> targets,
            Mac routerMac,
            List<Prefix> subnets) {
        public Routed {
            targets = List.copyOf(targets);
            subnets = List.copyOf(subnets);
        }
    }

    public SilentVtep {
        segments = List.copyOf(segments);
    }
}
