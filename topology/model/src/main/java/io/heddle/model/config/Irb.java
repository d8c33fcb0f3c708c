package io.heddle.model.config;

/** Integrated routing and bridging (RFC 9135). */
public enum Irb {
    /** Layer-2 stretch only; the leafs route nothing in the overlay. */
    NONE,
    /** Section 5: routed on the ingress leaf, which needs every VNI and every ARP entry. */
    ASYMMETRIC,
    /** Section 4: routed on both leafs over the tenant's L3VNI. */
    SYMMETRIC
}
