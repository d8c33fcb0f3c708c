package io.heddle.model.config;

import io.heddle.model.net.IpAddress;
import java.util.Optional;

/**
 * The switch as a VXLAN tunnel end point.
 *
 * @param primary its own address
 * @param anycast shared by both leafs of an MLAG pair; then it is the next hop of their type-2 and type-3 routes
 * @param advertisePrimary type-5 routes keep the primary address as next hop, so that routed traffic reaches the right leaf
 */
public record Vtep(IpAddress primary, Optional<IpAddress> anycast, boolean advertisePrimary) {

    /** The address of bridged routes: the anycast one where there is one. */
    public IpAddress bridgedAddress() {
        return anycast.orElse(primary);
    }

    /** The address of type-5 routes. */
    public IpAddress routedAddress() {
        return advertisePrimary ? primary : bridgedAddress();
    }
}
