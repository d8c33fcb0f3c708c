/** Evaluates {@link io.heddle.model.config.Policy} data on routes, and says which term decided. */
@NullMarked
package io.heddle.bgp.policy;

import org.jspecify.annotations.NullMarked;
