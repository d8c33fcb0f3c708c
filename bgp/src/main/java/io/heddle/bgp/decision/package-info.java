/**
 * The decision process (RFC 4271 section 9.1.2.2 with the additions of RFC 4456 section 9) and multipath. Independent of the order in
 * which routes are offered: MED is compared per neighbouring AS first, as {@code deterministic-med} does, and the oldest route has no
 * privilege.
 */
@NullMarked
package io.heddle.bgp.decision;

import org.jspecify.annotations.NullMarked;
