package io.heddle.evpn.calc;

import io.heddle.model.net.IpAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a switch holds under one key.
 *
 * @param entry null if nothing
 * @param tunnels VTEPs that need a tunnel because of it
 */
record Outcome(@Nullable TableEntry entry, List<IpAddress> tunnels) {

    static final Outcome NOTHING = new Outcome(null, List.of());
}
