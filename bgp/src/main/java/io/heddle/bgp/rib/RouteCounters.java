package io.heddle.bgp.rib;

/** What a peer has sent and was sent, since its session came up. */
public final class RouteCounters {

    long updatesReceived;
    long prefixesAnnounced;
    long prefixesWithdrawn;
    long treatedAsWithdrawn;
    long attributesDiscarded;
    long bytesSent;

    public long updatesReceived() {
        return updatesReceived;
    }

    /** NLRI announced to us, each time. */
    public long prefixesAnnounced() {
        return prefixesAnnounced;
    }

    /** NLRI withdrawn from us, each time. */
    public long prefixesWithdrawn() {
        return prefixesWithdrawn;
    }

    /** UPDATEs whose routes counted as withdrawn because of an error (RFC 7606). */
    public long treatedAsWithdrawn() {
        return treatedAsWithdrawn;
    }

    /** Attributes that were dropped because of an error (RFC 7606), counted once per distinct block. */
    public long attributesDiscarded() {
        return attributesDiscarded;
    }

    /** Bytes of UPDATEs written. */
    public long bytesSent() {
        return bytesSent;
    }
}
