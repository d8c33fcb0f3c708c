package io.heddle.controller.onos.openflow;

import org.onlab.packet.Ip4Address;
import org.onlab.packet.Ip4Prefix;
import org.onlab.packet.Ip6Address;
import org.onlab.packet.Ip6Prefix;
import org.onlab.packet.IpPrefix;
import org.onlab.packet.MacAddress;
import org.onlab.packet.VlanId;
import org.onosproject.net.flow.DefaultTrafficSelector;
import org.onosproject.net.flow.TrafficSelector;
import org.projectfloodlight.openflow.protocol.match.Match;
import org.projectfloodlight.openflow.protocol.match.MatchField;
import org.projectfloodlight.openflow.protocol.match.MatchFields;
import org.projectfloodlight.openflow.types.IPv4Address;
import org.projectfloodlight.openflow.types.IPv6Address;
import org.projectfloodlight.openflow.types.Masked;
import org.projectfloodlight.openflow.types.OFVlanVidMatch;

/** OpenFlow matches as selectors; what no rule of ours matches by is refused. */
final class Selectors {

    private Selectors() {}

    /** Throws {@link UnknownRule} for a match that Heddle never writes. */
    static TrafficSelector fromWire(Match match) throws UnknownRule {
        TrafficSelector.Builder selector = DefaultTrafficSelector.builder();
        for (MatchField<?> each : match.getMatchFields()) {
            add(selector, match, each.id);
        }
        return selector.build();
    }

    private static void add(TrafficSelector.Builder selector, Match match, MatchFields field) throws UnknownRule {
        switch (field) {
            case IN_PORT -> selector.matchInPort(Ports.fromWire(match.get(MatchField.IN_PORT)));
            case METADATA ->
                selector.matchMetadata(
                        exact(match, MatchField.METADATA).getValue().getValue());
            case TUNNEL_ID ->
                selector.matchTunnelId(exact(match, MatchField.TUNNEL_ID).getValue());
            case ETH_TYPE ->
                selector.matchEthType((short) match.get(MatchField.ETH_TYPE).getValue());
            case VLAN_VID -> selector.matchVlanId(vlan(exact(match, MatchField.VLAN_VID)));
            case ARP_OP -> selector.matchArpOp(match.get(MatchField.ARP_OP).getOpcode());
            case IP_PROTO ->
                selector.matchIPProtocol((byte) match.get(MatchField.IP_PROTO).getIpProtocolNumber());
            case ICMPV6_TYPE ->
                selector.matchIcmpv6Type(
                        (byte) match.get(MatchField.ICMPV6_TYPE).getValue());
            case IPV6_ND_TARGET ->
                selector.matchIPv6NDTargetAddress(Ip6Address.valueOf(
                        exact(match, MatchField.IPV6_ND_TARGET).getBytes()));
            case ETH_DST ->
                selector.matchEthDst(
                        MacAddress.valueOf(exact(match, MatchField.ETH_DST).getBytes()));
            case ARP_TPA ->
                selector.matchArpTpa(
                        Ip4Address.valueOf(exact(match, MatchField.ARP_TPA).getInt()));
            case IPV4_DST -> selector.matchIPDst(v4(match));
            case IPV6_DST -> selector.matchIPv6Dst(v6(match, MatchField.IPV6_DST));
            case IPV6_SRC -> selector.matchIPv6Src(v6(match, MatchField.IPV6_SRC));
            default -> throw new UnknownRule("a match by " + field);
        }
    }

    private static <F extends org.projectfloodlight.openflow.types.OFValueType<F>> F exact(
            Match match, MatchField<F> field) throws UnknownRule {
        if (!match.isExact(field)) {
            throw new UnknownRule("a masked match by " + field.getName());
        }
        return match.get(field);
    }

    private static VlanId vlan(OFVlanVidMatch vlan) {
        return vlan.isPresentBitSet() ? VlanId.vlanId(vlan.getVlan()) : VlanId.NONE;
    }

    private static IpPrefix v4(Match match) {
        if (match.isExact(MatchField.IPV4_DST)) {
            return Ip4Prefix.valueOf(match.get(MatchField.IPV4_DST).getInt(), Ip4Prefix.MAX_MASK_LENGTH);
        }
        Masked<IPv4Address> masked = match.getMasked(MatchField.IPV4_DST);
        return Ip4Prefix.valueOf(masked.getValue().getInt(), masked.getMask().asCidrMaskLength());
    }

    private static IpPrefix v6(Match match, MatchField<IPv6Address> field) {
        if (match.isExact(field)) {
            return Ip6Prefix.valueOf(match.get(field).getBytes(), Ip6Prefix.MAX_MASK_LENGTH);
        }
        Masked<IPv6Address> masked = match.getMasked(field);
        return Ip6Prefix.valueOf(masked.getValue().getBytes(), masked.getMask().asCidrMaskLength());
    }
}
