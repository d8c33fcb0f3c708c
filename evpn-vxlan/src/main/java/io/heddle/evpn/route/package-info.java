/**
 * EVPN routes: types 1 to 4 (RFC 7432 section 7), type 5 (RFC 9136 section 3), and any other type opaque, between bytes and records.
 *
 * <p>{@link io.heddle.evpn.route.EvpnNlri} reads and writes one NLRI as a record of {@link io.heddle.evpn.route.EvpnRoute}.
 * {@link io.heddle.evpn.route.EvpnKey} cuts it into key and payload as bytes, for tables. Both ask {@link
 * io.heddle.evpn.route.NlriLayout} whether an NLRI is well-formed. Over VXLAN a label field is a VNI (RFC 8365 section 5.1.3).
 *
 * <p>Not supported: the multicast types 6 to 11 (RFC 9251, RFC 9572) are carried without being understood.
 */
@NullMarked
package io.heddle.evpn.route;

import org.jspecify.annotations.NullMarked;
