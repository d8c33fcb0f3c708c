/**
 * netplan for nodes, as MAAS would set them up: {@link io.heddle.render.netplan.NetplanRenderer}. Bonds, VLANs on them, routed ports,
 * the loopback's addresses, default routes to gateways of networks where the node speaks no BGP; those over routed links are kept by
 * {@link io.heddle.render.boot.NodeUplinks}, since netplan knows no route over several links.
 */
@NullMarked
package io.heddle.render.netplan;

import org.jspecify.annotations.NullMarked;
