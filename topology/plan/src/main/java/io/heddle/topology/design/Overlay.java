package io.heddle.topology.design;

import io.heddle.model.config.Irb;

/**
 * What runs over the underlay.
 *
 * @param evpn leafs are VTEPs, and nodes' VLANs are VXLAN segments
 * @param irb where the overlay is routed; {@link Irb#NONE} without EVPN
 */
public record Overlay(boolean evpn, Irb irb) {

    public static final Overlay NONE = new Overlay(false, Irb.NONE);
}
