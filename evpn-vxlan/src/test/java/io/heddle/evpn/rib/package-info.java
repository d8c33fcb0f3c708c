@NullMarked
package io.heddle.evpn.rib;

import org.jspecify.annotations.NullMarked;
