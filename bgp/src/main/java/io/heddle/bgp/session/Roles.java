package io.heddle.bgp.session;

import io.heddle.bgp.wire.BgpMessage;
import io.heddle.bgp.wire.Capability;
import io.heddle.bgp.wire.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** RFC 9234 section 4.2. */
final class Roles {

    private Roles() {}

    /** Whether the peer's role goes with ours. */
    static boolean agree(SessionConfig config, BgpMessage.Open open) {
        RoleConfig own = config.role();
        List<Role> theirs = all(open);
        if (own == null) {
            return true;
        }
        return theirs.isEmpty()
                ? !own.strict()
                : theirs.size() == 1 && own.role().goesWith(theirs.getFirst());
    }

    static @Nullable Role announced(BgpMessage.Open open) {
        List<Role> theirs = all(open);
        return theirs.isEmpty() ? null : theirs.getFirst();
    }

    /** Each once; several that differ agree with nothing. */
    private static List<Role> all(BgpMessage.Open open) {
        return open.capabilities().stream()
                .filter(Capability.BgpRole.class::isInstance)
                .map(each -> ((Capability.BgpRole) each).role())
                .distinct()
                .toList();
    }
}
