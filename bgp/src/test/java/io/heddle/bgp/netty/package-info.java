@NullMarked
package io.heddle.bgp.netty;

import org.jspecify.annotations.NullMarked;
