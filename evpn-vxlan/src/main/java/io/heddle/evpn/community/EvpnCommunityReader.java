package io.heddle.evpn.community;

import io.heddle.bgp.attribute.ExtendedCommunity;
import io.heddle.evpn.route.Label;
import io.heddle.model.net.Mac;
import java.util.Optional;

/** Types and subtypes (IANA "BGP Extended Communities"), and what their six octets mean. */
final class EvpnCommunityReader {

    static final int EVPN = 0x06;
    static final int MAC_MOBILITY = 0x00;
    static final int ESI_LABEL = 0x01;
    static final int ES_IMPORT = 0x02;
    static final int ROUTER_MAC = 0x03;
    static final int DF_ELECTION = 0x06;

    static final int OPAQUE = 0x03;
    static final int ENCAPSULATION = 0x0C;
    static final int DEFAULT_GATEWAY = 0x0D;

    private static final long SIX_OCTETS = 0xFFFF_FFFF_FFFFL;

    private EvpnCommunityReader() {}

    static Optional<EvpnCommunity> read(ExtendedCommunity community) {
        return switch (community.type()) {
            case EVPN -> evpn(community);
            case OPAQUE ->
                switch (community.subtype()) {
                    case ENCAPSULATION ->
                        Optional.of(new EvpnCommunity.Encapsulation((int) community.value() & 0xFFFF));
                    case DEFAULT_GATEWAY -> Optional.of(new EvpnCommunity.DefaultGateway());
                    default -> Optional.empty();
                };
            default -> Optional.empty();
        };
    }

    private static Optional<EvpnCommunity> evpn(ExtendedCommunity community) {
        long value = community.value() & SIX_OCTETS;
        boolean lowestFlag = (value >>> 40 & 1) != 0;
        return switch (community.subtype()) {
            case MAC_MOBILITY ->
                Optional.of(new EvpnCommunity.MacMobility(value & EvpnCommunity.MacMobility.MAX_SEQUENCE, lowestFlag));
            case ESI_LABEL -> Optional.of(new EvpnCommunity.EsiLabel(lowestFlag, new Label((int) value & 0xFFFFFF)));
            case ES_IMPORT -> Optional.of(new EvpnCommunity.EsImport(new Mac(value)));
            case ROUTER_MAC -> Optional.of(new EvpnCommunity.RouterMac(new Mac(value)));
            case DF_ELECTION ->
                Optional.of(new EvpnCommunity.DfElection(
                        (int) (value >>> 40) & 0x1F, (int) (value >>> 24) & 0xFFFF, (int) value & 0xFFFF));
            default -> Optional.empty();
        };
    }
}
