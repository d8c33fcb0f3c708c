package io.heddle.bgp.policy;

import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.PrefixRange;
import java.util.List;

/** What a policy may ask of a route besides its attributes. */
public interface RouteFacts {

    AddressFamily family();

    /** Whether the prefix is in the list; false for EVPN routes. */
    boolean prefixIn(List<PrefixRange> ranges);

    /** Whether the router that evaluates the policy originated the route. */
    boolean originatedHere();
}
