@NullMarked
package io.heddle.bgp.propagation;

import org.jspecify.annotations.NullMarked;
