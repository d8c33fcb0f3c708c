package io.heddle.bgp.wire;

import io.heddle.bgp.attribute.Octets;
import java.util.List;

/** What an OPEN announces that its sender can do (RFC 5492). */
public sealed interface Capability {

    int MULTIPROTOCOL = 1;
    int ROUTE_REFRESH = 2;
    int EXTENDED_NEXT_HOP = 5;
    int EXTENDED_MESSAGE = 6;
    int BGP_ROLE = 9;
    int GRACEFUL_RESTART = 64;
    int FOUR_OCTET_AS = 65;
    int ADD_PATH = 69;
    int ENHANCED_ROUTE_REFRESH = 70;
    int LONG_LIVED_GRACEFUL_RESTART = 71;

    /** The number IANA gave it. */
    int code();

    /** RFC 4760 section 8. */
    record Multiprotocol(AddressFamilyId family) implements Capability {
        @Override
        public int code() {
            return MULTIPROTOCOL;
        }
    }

    /** RFC 2918 section 2. */
    record RouteRefresh() implements Capability {
        @Override
        public int code() {
            return ROUTE_REFRESH;
        }
    }

    /** RFC 8950 section 4: next hops of another address family than the routes. */
    record ExtendedNextHop(List<Pair> pairs) implements Capability {

        /** Routes of {@code family} may have next hops of {@code nextHopAfi}. */
        public record Pair(AddressFamilyId family, int nextHopAfi) {}

        public ExtendedNextHop {
            pairs = List.copyOf(pairs);
        }

        @Override
        public int code() {
            return EXTENDED_NEXT_HOP;
        }
    }

    /** RFC 8654 section 2. */
    record ExtendedMessage() implements Capability {
        @Override
        public int code() {
            return EXTENDED_MESSAGE;
        }
    }

    /** RFC 9234 section 4.1. */
    record BgpRole(Role role) implements Capability {
        @Override
        public int code() {
            return BGP_ROLE;
        }
    }

    /**
     * RFC 4724 section 3.
     *
     * @param restarting the R bit: the sender has just restarted
     * @param notification the N bit of RFC 8538: NOTIFICATION and hold timer expiry keep routes too
     * @param restartTime seconds, 0..4095
     */
    record GracefulRestart(boolean restarting, boolean notification, int restartTime, List<RestartFamily> families)
            implements Capability {

        /** {@code forwarding} is the F bit: forwarding state was preserved. */
        public record RestartFamily(AddressFamilyId family, boolean forwarding) {}

        public GracefulRestart {
            families = List.copyOf(families);
            if (restartTime < 0 || restartTime > 0xFFF) {
                throw new IllegalArgumentException("restart time " + restartTime + " is outside 0..4095");
            }
        }

        @Override
        public int code() {
            return GRACEFUL_RESTART;
        }
    }

    /** RFC 6793 section 3. */
    record FourOctetAs(long asn) implements Capability {
        @Override
        public int code() {
            return FOUR_OCTET_AS;
        }
    }

    /** RFC 7911 section 4. */
    record AddPath(List<PathsFamily> families) implements Capability {

        /** What the sender is able to do with several paths of a family; at least one of both. */
        public record PathsFamily(AddressFamilyId family, boolean receive, boolean send) {}

        public AddPath {
            families = List.copyOf(families);
        }

        @Override
        public int code() {
            return ADD_PATH;
        }
    }

    /** RFC 7313 section 3.1. */
    record EnhancedRouteRefresh() implements Capability {
        @Override
        public int code() {
            return ENHANCED_ROUTE_REFRESH;
        }
    }

    /** RFC 9494 section 3. */
    record LongLivedGracefulRestart(List<StaleFamily> families) implements Capability {

        /**
         * A family.
         *
         * @param forwarding the F bit
         * @param staleTime seconds, 0..16777215
         */
        public record StaleFamily(AddressFamilyId family, boolean forwarding, int staleTime) {}

        public LongLivedGracefulRestart {
            families = List.copyOf(families);
        }

        @Override
        public int code() {
            return LONG_LIVED_GRACEFUL_RESTART;
        }
    }

    /** One that is not known here, or whose value does not have the form of its code: to be ignored (RFC 5492 section 3). */
    record Unknown(int code, Octets value) implements Capability {}
}
