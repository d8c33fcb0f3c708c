package io.heddle.model.config;

import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;

/** What a router puts into BGP by itself. */
public sealed interface Origination {

    /** Always originated: a loopback, or what an external router announces. */
    record Network(Prefix prefix) implements Origination {}

    /** The subnets of the router's own interfaces in the default VRF, links between switches excluded. */
    record Connected() implements Origination {}

    /** The router's static routes whose next hop is reachable. */
    record Static() implements Origination {}

    /** A host route for every pod on this node: what the agent installs, redistributed. */
    record PodHosts() implements Origination {}

    /** The node's address blocks, and host routes for pods outside them (borrowed or static addresses). */
    record PodBlocks() implements Origination {}

    /** A default route, whether or not the router has one itself. */
    record DefaultRoute(IpFamily family) implements Origination {}

    /**
     * RFC 4271 section 9.2.2.2: announced while at least one more specific route is in the table; the router itself discards what
     * only the aggregate matches.
     *
     * @param summaryOnly more specific routes are not announced
     */
    record Aggregate(Prefix prefix, boolean summaryOnly) implements Origination {}
}
