/**
 * What EVPN routes carry besides their NLRI: extended communities as typed values, the PMSI tunnel attribute, and both together with the
 * next hop as {@link io.heddle.evpn.community.EvpnAttributes}, read from and written to {@link io.heddle.bgp.attribute.AttributeSet}.
 *
 * <p>RFC 7432 sections 7.5 to 7.8, 7.10.1 and 11.2; RFC 8365 section 5.1; RFC 8584 section 2.2; RFC 9012 section 4.1; RFC 9135 section
 * 8.1; RFC 9785 section 3.
 *
 * <p>Not supported: tunnels of the PMSI attribute other than ingress replication are kept as octets; the Tunnel Encapsulation attribute
 * (RFC 9012 section 2) is carried without being understood.
 */
@NullMarked
package io.heddle.evpn.community;

import org.jspecify.annotations.NullMarked;
