@NullMarked
package io.heddle.bgp.decision;

import org.jspecify.annotations.NullMarked;
