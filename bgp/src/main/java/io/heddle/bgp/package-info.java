/** Attributes, policy and the decision process of BGP. */
@NullMarked
package io.heddle.bgp;

import org.jspecify.annotations.NullMarked;
