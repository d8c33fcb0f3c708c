package io.heddle.topology.design;

/**
 * Which routed links have addresses.
 *
 * @param fabric links between switches, routed peer links included; links to external routers are always numbered
 * @param nodes links to nodes attached by layer 3
 */
public record LinkScheme(Numbering fabric, Numbering nodes) {}
