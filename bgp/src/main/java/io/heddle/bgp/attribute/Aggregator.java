package io.heddle.bgp.attribute;

import io.heddle.model.net.IpAddress;

/** Who formed an aggregate (RFC 4271 section 5.1.7); the AS with four octets (RFC 6793), not 0 (RFC 7607). */
public record Aggregator(long asn, IpAddress address) {

    public Aggregator {
        if (asn < 1 || asn > 0xFFFF_FFFFL || !address.isV4()) {
            throw new IllegalArgumentException("aggregator " + asn + " " + address);
        }
    }
}
