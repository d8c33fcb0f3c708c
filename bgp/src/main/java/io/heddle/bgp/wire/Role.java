package io.heddle.bgp.wire;

import java.util.Optional;

/** What a speaker is to its eBGP peer (RFC 9234 section 4.1); ordinals are the numbers on the wire. */
public enum Role {
    PROVIDER,
    ROUTE_SERVER,
    ROUTE_SERVER_CLIENT,
    CUSTOMER,
    PEER;

    static Optional<Role> of(int number) {
        return number < values().length ? Optional.of(values()[number]) : Optional.empty();
    }

    /** Whether a peer may have this role beside ours (RFC 9234 section 4.2, table 2). */
    public boolean goesWith(Role remote) {
        return remote
                == switch (this) {
                    case PROVIDER -> CUSTOMER;
                    case CUSTOMER -> PROVIDER;
                    case ROUTE_SERVER -> ROUTE_SERVER_CLIENT;
                    case ROUTE_SERVER_CLIENT -> ROUTE_SERVER;
                    case PEER -> PEER;
                };
    }
}
