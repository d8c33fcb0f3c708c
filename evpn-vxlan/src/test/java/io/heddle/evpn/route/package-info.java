@NullMarked
package io.heddle.evpn.route;

import org.jspecify.annotations.NullMarked;
