package io.heddle.controller.core.layout;

import io.heddle.model.config.NodeProgram.PodVisibility;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import java.util.List;
import java.util.Optional;

/**
 * A node that runs pods, and where it hangs.
 *
 * @param position among the nodes of the plan, from 0: says which free blocks it is offered first
 * @param network the name its agent gives addresses under
 * @param planned its blocks of the plan, in order
 * @param announcer who announces its routed pods
 * @param routes what of them is announced
 * @param uplinks the leafs it hangs on, in name order
 */
public record NodePlace(
        DeviceName name,
        int position,
        String network,
        List<Prefix> planned,
        PodVisibility visibility,
        PodAnnouncer announcer,
        PodForm routes,
        List<Uplink> uplinks) {

    /** Who announces routed pods; exactly one does. */
    public enum PodAnnouncer {
        /** The node's own BGP speaker announces all it has. */
        NODE,
        /** The leaf's configuration has static routes to the planned blocks; what is beyond them, the controller announces. */
        LEAF,
        CONTROLLER
    }

    /** What is announced of a node's pods. */
    public enum PodForm {
        /** A host route each. */
        HOSTS,
        /** The node's blocks, and host routes for what is in none. */
        BLOCKS
    }

    /** A leaf, and the node's addresses there, by which the leaf reaches it. */
    public record Uplink(DeviceName leaf, Optional<IpAddress> ipv4, Optional<IpAddress> ipv6) {
        public Optional<IpAddress> nextHop(IpFamily family) {
            return family == IpFamily.IPV4 ? ipv4 : ipv6;
        }
    }

    public NodePlace {
        planned = List.copyOf(planned);
        uplinks = List.copyOf(uplinks);
    }
}
