@NullMarked
package io.heddle.bgp.virtual;

import org.jspecify.annotations.NullMarked;
