package io.heddle.bgp.session;

import io.heddle.bgp.wire.BgpMessage;
import io.heddle.model.net.Asn;
import org.jspecify.annotations.Nullable;

/** The AS of a peer by its OPEN. */
final class PeerAs {

    private static final int LAST_16 = 0xFFFF;

    private PeerAs() {}

    /** Null where the number is no AS: 0 (RFC 7607), the last of either range (RFC 7300), AS_TRANS as anyone's own (RFC 6793). */
    static @Nullable Asn of(BgpMessage.Open open) {
        long number = open.asn();
        boolean usable =
                number != 0 && number != LAST_16 && number != BgpMessage.Open.AS_TRANS && number <= Asn.LAST_PRIVATE_32;
        return usable ? new Asn(number) : null;
    }
}
