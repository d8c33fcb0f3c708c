@NullMarked
package io.heddle.bgp.policy;

import org.jspecify.annotations.NullMarked;
