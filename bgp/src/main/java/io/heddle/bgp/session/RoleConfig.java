package io.heddle.bgp.session;

import io.heddle.bgp.wire.Role;

/**
 * What we are to an eBGP peer (RFC 9234).
 *
 * @param strict a peer that announces no role is refused (section 4.2)
 */
public record RoleConfig(Role role, boolean strict) {}
