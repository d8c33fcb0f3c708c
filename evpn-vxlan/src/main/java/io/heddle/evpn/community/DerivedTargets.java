package io.heddle.evpn.community;

import io.heddle.bgp.attribute.ExtendedCommunity;
import io.heddle.model.net.Asn;
import io.heddle.model.net.Esi;
import io.heddle.model.net.Mac;
import io.heddle.model.net.RouteTarget;
import io.heddle.model.net.Vni;
import java.util.Optional;

/** Targets that nobody has to configure. {@link RouteTarget#derived} is the form that FRR uses unless told otherwise. */
public final class DerivedTargets {

    /** A bit 0 (derived), type 1 (VXLAN), domain 0, in the upper octet of the number assigned. */
    private static final long VXLAN = 0x1000_0000L;

    private DerivedTargets() {}

    /** RFC 8365 section 5.1.2.1 to the letter; FRR's {@code autort rfc8365-compatible}. */
    public static RouteTarget rfc8365(Asn asn, Vni vni) {
        return new RouteTarget(asn.value() & 0xFFFF, VXLAN | vni.value());
    }

    /**
     * The ES-Import target of a segment: the six octets after its type (RFC 7432 section 7.6), which the standard defines for types 1 to 3
     * and FRR uses for all. Empty for no segment.
     */
    public static Optional<EvpnCommunity.EsImport> esImport(Esi segment) {
        if (segment.high() == 0 && segment.low() == 0) {
            return Optional.empty();
        }
        long octets = (long) (segment.high() & 0xFF) << 40 | segment.low() >>> 24;
        return Optional.of(new EvpnCommunity.EsImport(new Mac(octets)));
    }

    /** Whether a community is the ES-Import target of this segment. */
    public static boolean isImportOf(ExtendedCommunity community, Esi segment) {
        return esImport(segment)
                .map(EvpnCommunity.EsImport::encoded)
                .filter(community::equals)
                .isPresent();
    }
}
