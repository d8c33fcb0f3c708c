/** The one place of the transport that reads the clock. */
@NullMarked
package io.heddle.bgp.netty.clock;

import org.jspecify.annotations.NullMarked;
