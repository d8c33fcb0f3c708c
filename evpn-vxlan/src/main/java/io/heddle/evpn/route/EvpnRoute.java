package io.heddle.evpn.route;

import io.heddle.bgp.attribute.Octets;
import io.heddle.model.net.Esi;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.RouteDistinguisher;
import java.util.Optional;

/**
 * An EVPN route as its NLRI has it: the part that identifies it (its key, RFC 7432 section 7) and the part that is treated as an
 * attribute. Each kind says which is which.
 */
public sealed interface EvpnRoute {

    int ETHERNET_AUTO_DISCOVERY = 1;
    int MAC_IP = 2;
    int INCLUSIVE_MULTICAST = 3;
    int ETHERNET_SEGMENT = 4;
    int IP_PREFIX = 5;

    /** The ESI of a host with a single home. */
    Esi NO_ESI = new Esi(0, 0);

    /** The route type octet. */
    int type();

    /**
     * Type 1 (RFC 7432 section 7.1): this VTEP reaches an Ethernet segment; per segment with {@link EthernetTag#MAX} and label zero, per
     * instance otherwise. The label is not key.
     */
    record EthernetAutoDiscovery(RouteDistinguisher distinguisher, Esi segment, EthernetTag tag, Label label)
            implements EvpnRoute {

        /** Whether it speaks for the whole segment: then its withdrawal takes away every MAC behind it. */
        public boolean isPerSegment() {
            return tag.equals(EthernetTag.MAX);
        }

        @Override
        public int type() {
            return ETHERNET_AUTO_DISCOVERY;
        }
    }

    /**
     * Type 2 (RFC 7432 section 7.2, RFC 9135 section 5.1). ESI and labels are not key.
     *
     * @param label of the MAC-VRF
     * @param routedLabel of the IP-VRF, under symmetric IRB
     */
    record MacIp(
            RouteDistinguisher distinguisher,
            Esi segment,
            EthernetTag tag,
            Mac mac,
            Optional<IpAddress> address,
            Label label,
            Optional<Label> routedLabel)
            implements EvpnRoute {

        @Override
        public int type() {
            return MAC_IP;
        }
    }

    /** Type 3 (RFC 7432 section 7.3): this VTEP wants flooded traffic. All of it is key. */
    record InclusiveMulticast(RouteDistinguisher distinguisher, EthernetTag tag, IpAddress originator)
            implements EvpnRoute {

        @Override
        public int type() {
            return INCLUSIVE_MULTICAST;
        }
    }

    /** Type 4 (RFC 7432 section 7.4): this VTEP takes part in electing the segment's forwarder. All of it is key. */
    record EthernetSegment(RouteDistinguisher distinguisher, Esi segment, IpAddress originator) implements EvpnRoute {

        @Override
        public int type() {
            return ETHERNET_SEGMENT;
        }
    }

    /**
     * Type 5 (RFC 9136 section 3). ESI, gateway and label are not key.
     *
     * @param gateway an overlay index of the prefix's family, absent where the field is zero
     */
    record IpPrefix(
            RouteDistinguisher distinguisher,
            Esi segment,
            EthernetTag tag,
            Prefix prefix,
            Optional<IpAddress> gateway,
            Label label)
            implements EvpnRoute {

        public IpPrefix {
            if (gateway.filter(each -> each.family() != prefix.family()).isPresent()) {
                throw new IllegalArgumentException(
                        "gateway " + gateway.orElseThrow() + " of another family than " + prefix);
            }
        }

        @Override
        public int type() {
            return IP_PREFIX;
        }
    }

    /** A type not understood here, carried on as it is (RFC 7606 section 5.4 leaves that to the family). All of it is key. */
    record Unknown(int type, Octets value) implements EvpnRoute {

        public Unknown {
            if (type < 0
                    || type > 255
                    || type >= ETHERNET_AUTO_DISCOVERY && type <= IP_PREFIX
                    || value.length() > 255) {
                throw new IllegalArgumentException("route type " + type + " with " + value.length() + " octets");
            }
        }
    }
}
