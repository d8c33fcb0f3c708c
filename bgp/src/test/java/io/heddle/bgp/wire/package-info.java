@NullMarked
package io.heddle.bgp.wire;

import org.jspecify.annotations.NullMarked;
