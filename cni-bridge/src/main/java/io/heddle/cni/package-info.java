/** The node agent and the CNI contract. Not built yet: this room holds nothing but its place. */
@NullMarked
package io.heddle.cni;

import org.jspecify.annotations.NullMarked;
