package io.heddle.evpn.community;

import io.heddle.bgp.attribute.ExtendedCommunity;
import io.heddle.evpn.route.Label;
import io.heddle.model.net.Esi;
import io.heddle.model.net.Mac;
import java.util.Optional;

/** The extended communities that EVPN gives a meaning, besides route targets. Reserved bits are sent as zero and not read. */
public sealed interface EvpnCommunity {

    /** As it travels. */
    ExtendedCommunity encoded();

    /** What a community says, if it is one of these. */
    static Optional<EvpnCommunity> of(ExtendedCommunity community) {
        return EvpnCommunityReader.read(community);
    }

    /**
     * How often a MAC has moved (RFC 7432 section 7.7).
     *
     * @param sequence 32 bits; a route without this community counts as 0
     * @param sticky the MAC is static and must not move (section 15.2)
     */
    record MacMobility(long sequence, boolean sticky) implements EvpnCommunity {

        public static final long MAX_SEQUENCE = 0xFFFF_FFFFL;

        /** Of a host that never moved, and of routes without this community. */
        public static final MacMobility NEVER = new MacMobility(0, false);

        public MacMobility {
            if (sequence < 0 || sequence > MAX_SEQUENCE) {
                throw new IllegalArgumentException("mobility sequence " + sequence + " has more than 32 bits");
            }
        }

        @Override
        public ExtendedCommunity encoded() {
            return ExtendedCommunity.of(
                    EvpnCommunityReader.EVPN, EvpnCommunityReader.MAC_MOBILITY, (sticky ? 1L << 40 : 0) | sequence);
        }
    }

    /** How a type 1 route of a segment wants its links used, and the label that splits the horizon over MPLS (RFC 7432 section 7.5). */
    record EsiLabel(boolean singleActive, Label label) implements EvpnCommunity {
        @Override
        public ExtendedCommunity encoded() {
            return ExtendedCommunity.of(
                    EvpnCommunityReader.EVPN,
                    EvpnCommunityReader.ESI_LABEL,
                    (singleActive ? 1L << 40 : 0) | label.bits());
        }
    }

    /** Which VTEPs import a type 4 route: those whose segment has these six octets (RFC 7432 section 7.6). */
    record EsImport(Mac segmentPart) implements EvpnCommunity {

        /** The six octets after the type. */
        public static EsImport of(Esi segment) {
            return new EsImport(new Mac((segment.high() & 0xFFL) << 40 | segment.low() >>> 24));
        }

        @Override
        public ExtendedCommunity encoded() {
            return ExtendedCommunity.of(EvpnCommunityReader.EVPN, EvpnCommunityReader.ES_IMPORT, segmentPart.bits());
        }
    }

    /** The inner destination MAC of routed traffic (RFC 9135 section 8.1). */
    record RouterMac(Mac mac) implements EvpnCommunity {
        @Override
        public ExtendedCommunity encoded() {
            return ExtendedCommunity.of(EvpnCommunityReader.EVPN, EvpnCommunityReader.ROUTER_MAC, mac.bits());
        }
    }

    /** The MAC and address are a gateway's (RFC 7432 section 7.8). */
    record DefaultGateway() implements EvpnCommunity {
        @Override
        public ExtendedCommunity encoded() {
            return ExtendedCommunity.of(EvpnCommunityReader.OPAQUE, EvpnCommunityReader.DEFAULT_GATEWAY, 0);
        }
    }

    /** The tunnel to the next hop (RFC 9012 section 4.1). */
    record Encapsulation(int tunnelType) implements EvpnCommunity {

        /** RFC 8365 section 5.1.3. */
        public static final Encapsulation VXLAN = new Encapsulation(8);

        public Encapsulation {
            if (tunnelType >>> 16 != 0) {
                throw new IllegalArgumentException("tunnel type " + tunnelType + " has more than 16 bits");
            }
        }

        @Override
        public ExtendedCommunity encoded() {
            return ExtendedCommunity.encapsulation(tunnelType);
        }
    }

    /**
     * How a VTEP wants the designated forwarder elected (RFC 8584 section 2.2).
     *
     * @param algorithm 0 modulo (RFC 7432 section 8.5), 1 highest random weight (RFC 8584 section 3), 2 preference (RFC 9785); up to 31
     * @param capabilities 16 bits, the first bit highest
     * @param preference 16 bits, of algorithm 2
     */
    record DfElection(int algorithm, int capabilities, int preference) implements EvpnCommunity {

        public static final int MODULO = 0;
        public static final int HIGHEST_RANDOM_WEIGHT = 1;
        public static final int PREFERENCE = 2;

        /** The forwarder that is there stays (RFC 9785 section 3). */
        public static final int DO_NOT_PREEMPT = 0x8000;

        /** VLANs whose attachment circuit is down do not take part (RFC 8584 section 4). */
        public static final int ATTACHMENT_CIRCUIT = 0x4000;

        public DfElection {
            if (algorithm >>> 5 != 0 || capabilities >>> 16 != 0 || preference >>> 16 != 0) {
                throw new IllegalArgumentException("forwarder election by algorithm " + algorithm + " with "
                        + capabilities + " and preference " + preference);
            }
        }

        @Override
        public ExtendedCommunity encoded() {
            return ExtendedCommunity.of(
                    EvpnCommunityReader.EVPN,
                    EvpnCommunityReader.DF_ELECTION,
                    (long) algorithm << 40 | (long) capabilities << 24 | preference);
        }
    }
}
