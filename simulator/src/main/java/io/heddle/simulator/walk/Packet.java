package io.heddle.simulator.walk;

import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Vni;
import java.util.Optional;

/**
 * A packet as the next device sees it: the outermost destination, and what is inside where it is encapsulated.
 *
 * @param to the destination of the outermost IP header
 */
public record Packet(IpAddress to, Optional<Inside> inside) {

    /** What an encapsulation carries. */
    public sealed interface Inside {

        /** A packet to a pod in the nodes' own overlay (Flannel's VXLAN): 50 bytes over IPv4 (RFC 7348 section 5). */
        record Pod(IpAddress pod) implements Inside {}

        /** A frame or, with the L3VNI of a tenant, a packet in the fabric's overlay. */
        record Vxlan(Vni vni, Optional<Frame> frame, Packet packet) implements Inside {}
    }

    /** A packet without encapsulation. */
    public static Packet to(IpAddress to) {
        return new Packet(to, Optional.empty());
    }

    Packet in(Vni vni, Optional<Frame> frame, IpAddress vtep) {
        return new Packet(vtep, Optional.of(new Inside.Vxlan(vni, frame, this)));
    }

    /** The destination within every encapsulation. */
    public IpAddress innermost() {
        return inside.map(each -> switch (each) {
                    case Inside.Pod pod -> pod.pod();
                    case Inside.Vxlan vxlan -> vxlan.packet().innermost();
                })
                .orElse(to);
    }

    /** Bytes that encapsulations add to a pod's packet: outer IP header, UDP, VXLAN and the inner Ethernet header (RFC 7348 section 5). */
    public int overhead() {
        int outer = to.isV4() ? 50 : 70;
        return inside.map(each -> switch (each) {
                    case Inside.Pod _ -> outer;
                    case Inside.Vxlan vxlan -> outer + vxlan.packet().overhead();
                })
                .orElse(0);
    }
}
