package io.heddle.model.agent;

import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.net.IpAddress;
import java.util.List;

/** What happened to an attachment: a container's interface on a network. */
public sealed interface AgentEvent {

    /** The number in the node's journal: rises with every event, over restarts of the agent. */
    long number();

    /** The container, as its runtime names it. */
    String container();

    /** The interface in the container. */
    String interfaceName();

    /**
     * An attachment was made.
     *
     * @param network the network's name on the node
     * @param sinceMillis when, in milliseconds since 1970 by the node's clock
     */
    record PodAttached(
            long number, String container, String interfaceName, String network, Endpoint endpoint, long sinceMillis)
            implements AgentEvent {}

    /**
     * An attachment is gone from the node.
     *
     * @param addresses what it had; nobody else has them before the node's cool-down is over
     * @param atMillis when, in milliseconds since 1970 by the node's clock
     */
    record PodDetached(long number, String container, String interfaceName, List<IpAddress> addresses, long atMillis)
            implements AgentEvent {
        public PodDetached {
            addresses = List.copyOf(addresses);
        }
    }
}
