@NullMarked
package io.heddle.bgp.attribute;

import org.jspecify.annotations.NullMarked;
