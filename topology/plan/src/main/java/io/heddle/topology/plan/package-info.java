/**
 * From fabric and design to what every router is told: {@link io.heddle.topology.plan.Planner}.
 *
 * <p>Flow: the fabric is numbered ({@code wiring}), judged against the design, its networks are placed and every address and AS number
 * is fixed ({@code address}); then each device's configuration is written from these alone, one after the other, and the pods are put
 * on their nodes. Nothing depends on hash order or on the order in which cables were written.
 *
 * <p>Standards: RFC 7938 (eBGP in the data centre), RFC 4456 (reflection by leafs), RFC 8365 and 9135 (EVPN overlay and IRB), RFC 7432
 * (Ethernet segments), RFC 3021 and 6164 (link addresses), RFC 5549 and 8950 (unnumbered).
 *
 * <p>Not supported: VRFs in a fabric without overlay (every VLAN is then in the default VRF), a way out of an overlay's VRFs to external
 * routers, nodes attached by layer 3 under an overlay or a bridged fabric, spanning tree.
 */
@NullMarked
package io.heddle.topology.plan;

import org.jspecify.annotations.NullMarked;
