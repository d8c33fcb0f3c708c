@NullMarked
package io.heddle.evpn.vrf;

import org.jspecify.annotations.NullMarked;
