package io.heddle.bgp.session;

import io.heddle.model.net.Asn;

/** Which AS a peer may be of. */
public sealed interface RemoteAs {

    /** Whether a peer of {@code remote} is accepted by a speaker of {@code local}. */
    boolean accepts(Asn remote, Asn local);

    record Exactly(Asn asn) implements RemoteAs {
        @Override
        public boolean accepts(Asn remote, Asn local) {
            return remote.equals(asn);
        }
    }

    /** Any AS but the own. */
    record External() implements RemoteAs {
        @Override
        public boolean accepts(Asn remote, Asn local) {
            return !remote.equals(local);
        }
    }

    /** The own AS. */
    record Internal() implements RemoteAs {
        @Override
        public boolean accepts(Asn remote, Asn local) {
            return remote.equals(local);
        }
    }
}
