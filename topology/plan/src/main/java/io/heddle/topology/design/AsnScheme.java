package io.heddle.topology.design;

/** Who shares an AS number. Spines of one group share one, super-spines share one (RFC 7938 section 5.2.1). */
public record AsnScheme(LeafAsn leaf, NodeAsn node) {}
