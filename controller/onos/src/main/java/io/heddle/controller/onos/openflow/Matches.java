package io.heddle.controller.onos.openflow;

import org.onlab.packet.IpPrefix;
import org.onosproject.net.flow.TrafficSelector;
import org.onosproject.net.flow.criteria.ArpOpCriterion;
import org.onosproject.net.flow.criteria.ArpPaCriterion;
import org.onosproject.net.flow.criteria.Criterion;
import org.onosproject.net.flow.criteria.EthCriterion;
import org.onosproject.net.flow.criteria.EthTypeCriterion;
import org.onosproject.net.flow.criteria.IPCriterion;
import org.onosproject.net.flow.criteria.IPProtocolCriterion;
import org.onosproject.net.flow.criteria.IPv6NDTargetAddressCriterion;
import org.onosproject.net.flow.criteria.Icmpv6TypeCriterion;
import org.onosproject.net.flow.criteria.MetadataCriterion;
import org.onosproject.net.flow.criteria.PortCriterion;
import org.onosproject.net.flow.criteria.TunnelIdCriterion;
import org.onosproject.net.flow.criteria.VlanIdCriterion;
import org.projectfloodlight.openflow.protocol.OFFactory;
import org.projectfloodlight.openflow.protocol.match.Match;
import org.projectfloodlight.openflow.protocol.match.MatchField;
import org.projectfloodlight.openflow.types.ArpOpcode;
import org.projectfloodlight.openflow.types.EthType;
import org.projectfloodlight.openflow.types.IPv4Address;
import org.projectfloodlight.openflow.types.IPv6Address;
import org.projectfloodlight.openflow.types.IpProtocol;
import org.projectfloodlight.openflow.types.MacAddress;
import org.projectfloodlight.openflow.types.OFMetadata;
import org.projectfloodlight.openflow.types.OFVlanVidMatch;
import org.projectfloodlight.openflow.types.U64;
import org.projectfloodlight.openflow.types.U8;

/** Selectors as OpenFlow matches (OpenFlow 1.3.5 section 7.2.3.7). */
final class Matches {

    private Matches() {}

    static Match toWire(OFFactory factory, TrafficSelector selector) {
        Match.Builder match = factory.buildMatch();
        selector.criteria().forEach(each -> add(match, each));
        return match.build();
    }

    private static void add(Match.Builder match, Criterion criterion) {
        switch (criterion) {
            case PortCriterion port -> match.setExact(MatchField.IN_PORT, Ports.toWire(port.port()));
            case MetadataCriterion metadata ->
                match.setExact(MatchField.METADATA, OFMetadata.ofRaw(metadata.metadata()));
            case TunnelIdCriterion tunnel -> match.setExact(MatchField.TUNNEL_ID, U64.of(tunnel.tunnelId()));
            case EthTypeCriterion type ->
                match.setExact(
                        MatchField.ETH_TYPE,
                        EthType.of(Short.toUnsignedInt(type.ethType().toShort())));
            case VlanIdCriterion vlan -> match.setExact(MatchField.VLAN_VID, vlan(vlan.vlanId()));
            case ArpOpCriterion op -> match.setExact(MatchField.ARP_OP, ArpOpcode.of(op.arpOp()));
            case IPProtocolCriterion protocol ->
                match.setExact(MatchField.IP_PROTO, IpProtocol.of(protocol.protocol()));
            case Icmpv6TypeCriterion type -> match.setExact(MatchField.ICMPV6_TYPE, U8.of(type.icmpv6Type()));
            case IPv6NDTargetAddressCriterion target ->
                match.setExact(
                        MatchField.IPV6_ND_TARGET,
                        IPv6Address.of(target.targetAddress().toOctets()));
            case EthCriterion mac
            when mac.type() == Criterion.Type.ETH_DST ->
                match.setExact(MatchField.ETH_DST, MacAddress.of(mac.mac().toBytes()));
            case ArpPaCriterion address
            when address.type() == Criterion.Type.ARP_TPA ->
                match.setExact(MatchField.ARP_TPA, IPv4Address.of(address.ip().toInt()));
            case IPCriterion ip when ip.type() == Criterion.Type.IPV4_DST -> v4(match, ip.ip());
            case IPCriterion ip when ip.type() == Criterion.Type.IPV6_DST -> v6(match, MatchField.IPV6_DST, ip.ip());
            case IPCriterion ip when ip.type() == Criterion.Type.IPV6_SRC -> v6(match, MatchField.IPV6_SRC, ip.ip());
            default -> throw new IllegalArgumentException("no rule of ours matches by " + criterion);
        }
    }

    /** ONOS says NONE, OpenFlow a VLAN of 0 without the present bit. */
    static OFVlanVidMatch vlan(org.onlab.packet.VlanId vlan) {
        return vlan.equals(org.onlab.packet.VlanId.NONE)
                ? OFVlanVidMatch.UNTAGGED
                : OFVlanVidMatch.ofVlan(vlan.toShort());
    }

    private static void v4(Match.Builder match, IpPrefix prefix) {
        IPv4Address address = IPv4Address.of(prefix.address().toOctets());
        if (prefix.prefixLength() == IpPrefix.MAX_INET_MASK_LENGTH) {
            match.setExact(MatchField.IPV4_DST, address);
        } else {
            match.setMasked(MatchField.IPV4_DST, address, IPv4Address.ofCidrMaskLength(prefix.prefixLength()));
        }
    }

    private static void v6(Match.Builder match, MatchField<IPv6Address> field, IpPrefix prefix) {
        IPv6Address address = IPv6Address.of(prefix.address().toOctets());
        if (prefix.prefixLength() == IpPrefix.MAX_INET6_MASK_LENGTH) {
            match.setExact(field, address);
        } else {
            match.setMasked(field, address, IPv6Address.ofCidrMaskLength(prefix.prefixLength()));
        }
    }
}
