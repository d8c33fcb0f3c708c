/** What MAC-VRFs and IP-VRFs export and import by route target (RFC 7432 section 7.10, RFC 8365 section 5.1.2.1). */
@NullMarked
package io.heddle.evpn.vrf;

import org.jspecify.annotations.NullMarked;
