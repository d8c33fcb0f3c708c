/**
 * netplan for nodes, as MAAS would set them up: {@link io.heddle.render.netplan.NetplanRenderer}. Bonds, VLANs on them, routed ports,
 * the loopback's addresses, default routes where the node speaks no BGP.
 */
@NullMarked
package io.heddle.render.netplan;

import org.jspecify.annotations.NullMarked;
