@NullMarked
package io.heddle.bgp.rib;

import org.jspecify.annotations.NullMarked;
