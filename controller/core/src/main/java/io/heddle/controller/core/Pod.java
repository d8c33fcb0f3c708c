package io.heddle.controller.core;

import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.net.IpAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * An attachment that the controller knows of.
 *
 * @param network the network's name on its node
 * @param sinceMillis milliseconds since 1970 by the node's clock
 * @param refusal why it is not announced: a switch could not hold it; empty as a rule
 */
public record Pod(Endpoint endpoint, String network, long sinceMillis, String refusal) {

    public static Pod of(Endpoint endpoint, String network, long sinceMillis) {
        return new Pod(endpoint, network, sinceMillis, "");
    }

    public boolean isRefused() {
        return !refusal.isEmpty();
    }

    Pod withRefusal(String why) {
        return new Pod(endpoint, network, sinceMillis, why);
    }

    /** One of each family at most. */
    public List<IpAddress> addresses() {
        return Stream.concat(endpoint.ipv4().stream(), endpoint.ipv6().stream()).toList();
    }
}
