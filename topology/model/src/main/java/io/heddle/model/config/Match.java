package io.heddle.model.config;

import io.heddle.model.net.Asn;
import java.util.List;

/** A condition of a {@link PolicyTerm}. All conditions of a term must hold. */
public sealed interface Match {

    /** The prefix is in the list. EVPN routes never match. */
    record PrefixIn(List<PrefixRange> ranges) implements Match {
        public PrefixIn {
            ranges = List.copyOf(ranges);
        }
    }

    record HasCommunity(Community community) implements Match {}

    /** The AS appears anywhere in the AS_PATH. */
    record AsPathContains(Asn asn) implements Match {}

    /** The AS_PATH is empty: the route was originated here, or by an iBGP peer. */
    record AsPathEmpty() implements Match {}

    /** This router originated the route itself. */
    record OriginatedHere() implements Match {}

    record FamilyIs(AddressFamily family) implements Match {}
}
