/** EVPN as an address family of BGP. */
@NullMarked
package io.heddle.evpn;

import org.jspecify.annotations.NullMarked;
