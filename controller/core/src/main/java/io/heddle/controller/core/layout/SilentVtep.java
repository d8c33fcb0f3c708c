package io.heddle.controller.core.layout;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Esi;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.RouteDistinguisher;
import io.heddle.model.net.RouteTarget;
import io.heddle.model.net.Vni;
import java.util.List;
import java.util.Optional;

/**
 * A VTEP that cannot originate EVPN routes: the controller announces types 1, 2, 3 and 5 in its place, with it as next hop.
 *
 * @param segments by the name of the pod network that they carry
 * @param ports those on Ethernet segments
 */
public record SilentVtep(IpAddress address, List<Segment> segments, List<SegmentPort> ports) {

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

    /**
     * A port on an Ethernet segment: the node behind it hangs on other VTEPs by the same segment.
     *
     * @param distinguisher of the segment here, and of no VNI
     * @param vnis that the port carries
     */
    public record SegmentPort(DeviceName node, Esi segment, RouteDistinguisher distinguisher, List<Vni> vnis) {
        public SegmentPort {
            vnis = List.copyOf(vnis);
        }
    }

    public SilentVtep {
        segments = List.copyOf(segments);
        ports = List.copyOf(ports);
    }

    /** The port that carries a VNI to a node, where that is one of a segment. */
    public Optional<SegmentPort> port(DeviceName node, Vni vni) {
        return ports.stream()
                .filter(each -> each.node().equals(node) && each.vnis().contains(vni))
                .findFirst();
    }
}
