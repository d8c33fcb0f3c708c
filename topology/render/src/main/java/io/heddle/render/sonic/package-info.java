/**
 * {@code config_db.json} of SONiC: {@link io.heddle.render.sonic.SonicRenderer}. Routing is FRR's own, from {@code frr.conf} beside it
 * ({@code docker_routing_config_mode: split}).
 *
 * <p>Meant to be laid over what the platform brings ({@code sonic-cfggen -j}): lanes of ports, MAC and hardware name are the platform's.
 * Table and field names are those of SONiC's YANG models. Not supported: EVPN multihoming, virtual gateways beside own addresses.
 */
@NullMarked
package io.heddle.render.sonic;

import org.jspecify.annotations.NullMarked;
