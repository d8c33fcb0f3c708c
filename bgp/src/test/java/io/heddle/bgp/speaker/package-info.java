@NullMarked
package io.heddle.bgp.speaker;

import org.jspecify.annotations.NullMarked;
