/**
 * {@code /etc/network/interfaces} in the words of ifupdown2: {@link io.heddle.render.interfaces.SwitchInterfaces} and
 * {@link io.heddle.render.interfaces.NodeInterfaces}, for Linux and, with clagd's additions, for Cumulus.
 *
 * <p>One VLAN-aware bridge, one VXLAN device a VNI, an SVI a routed VLAN. On a leaf without addresses of its own on a VLAN the gateway's
 * address and MAC are the SVI's; beside own addresses they are virtual ones. Not supported: MLAG outside Cumulus, IPv6 underlay of VXLAN
 * (ifupdown2 knows no such tunnel address), management interfaces, of which the plan knows nothing.
 */
@NullMarked
package io.heddle.render.interfaces;

import org.jspecify.annotations.NullMarked;
