/**
 * Our speaker on the wire against FRR, BIRD and GoBGP, and against peers that mean no good. {@link io.heddle.test.interop.Bed} is two network
 * namespaces and the link between them: a daemon runs in one, and our server's thread lives in the other.
 */
@NullMarked
package io.heddle.test.interop;

import org.jspecify.annotations.NullMarked;
