package io.heddle.bgp.rib;

import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.Role;
import io.heddle.model.config.PeerGroup;
import org.jspecify.annotations.Nullable;

/**
 * What peers must have in common, for one address family, for their routes to be taken alike.
 *
 * @param role our role towards the peer (RFC 9234), null where none was agreed on
 * @param roleAs the peer's AS where a role was agreed on, else 0
 */
record ImportKey(
        AddressFamilyId family,
        PeerGroup peers,
        boolean external,
        @Nullable Role role,
        long roleAs) {

    ImportKey with(PeerGroup changed) {
        return new ImportKey(family, changed, external, role, roleAs);
    }
}
