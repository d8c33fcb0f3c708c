package io.heddle.controller.onos.pipeline;

import static io.heddle.controller.onos.pipeline.Draft.act;

import io.heddle.controller.onos.OnosNet;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.onlab.packet.EthType.EtherType;
import org.onlab.packet.ICMP6;
import org.onlab.packet.IPv6;
import org.onlab.packet.Ip6Address;
import org.onlab.packet.IpPrefix;
import org.onosproject.net.flow.TrafficSelector;
import org.onosproject.net.flow.TrafficTreatment;

/**
 * Neighbour solicitations for the switch's own addresses, answered in the switch (RFC 4861 section 7.2.4) in two steps, since Open vSwitch lets a
 * rule write a field only of the message it has matched: table 1 makes it an advertisement, table 2 fills it in and sends it back. Who asks
 * without an address of its own, to find out whether somebody has one (RFC 4862 section 5.4.2), is not answered but bridged.
 */
final class Solicitations {

    /** Above every solicitation for somebody. */
    private static final int UNSPECIFIED_SOURCE = 220;

    private static final int FOR_THE_SWITCH = 210;
    private static final IpPrefix UNSPECIFIED = IpPrefix.valueOf("::/128");

    private Solicitations() {}

    /** Nobody's own solicitations pass table 1 as they are. */
    static void ofNobody(Draft draft, Supplier<TrafficSelector.Builder> here) {
        draft.plumbing(
                Stage.TERMINATE,
                UNSPECIFIED_SOURCE,
                message(here.get(), ICMP6.NEIGHBOR_SOLICITATION).matchIPv6Src(UNSPECIFIED),
                act().transition(Stage.ANSWER.table()));
    }

    /**
     * Both steps for an address.
     *
     * @param asked where solicitations for it are answered
     * @param here where they come on from table 1
     * @param back ends what is done in table 2: sends the answer
     */
    static void answer(
            Draft draft,
            IpAddress address,
            Mac mac,
            TrafficSelector.Builder asked,
            TrafficSelector.Builder here,
            UnaryOperator<TrafficTreatment.Builder> back) {
        Ip6Address target = OnosNet.ip(address).getIp6Address();
        draft.plumbing(
                Stage.TERMINATE,
                FOR_THE_SWITCH,
                message(asked, ICMP6.NEIGHBOR_SOLICITATION).matchIPv6NDTargetAddress(target),
                act().extension(SwitchAction.SOLICITATION_TO_ADVERTISEMENT.treatment(), draft.device)
                        .extension(SwitchAction.ROUTER_SOLICITED_OVERRIDE.treatment(), draft.device)
                        .extension(SwitchAction.SOURCE_OPTION_TO_TARGET_OPTION.treatment(), draft.device)
                        .transition(Stage.ANSWER.table()));
        draft.plumbing(
                Stage.ANSWER,
                100,
                message(here, ICMP6.NEIGHBOR_ADVERTISEMENT).matchIPv6NDTargetAddress(target),
                back.apply(act().extension(SwitchAction.ETHERNET_SOURCE_TO_DESTINATION.treatment(), draft.device)
                        .setEthSrc(OnosNet.mac(mac))
                        .extension(SwitchAction.ETHERNET_SOURCE_TO_TARGET_OPTION.treatment(), draft.device)
                        .extension(SwitchAction.IPV6_SOURCE_TO_DESTINATION.treatment(), draft.device)
                        .extension(SwitchAction.TARGET_TO_IPV6_SOURCE.treatment(), draft.device)));
    }

    private static TrafficSelector.Builder message(TrafficSelector.Builder here, byte type) {
        return here.matchEthType(EtherType.IPV6.ethType().toShort())
                .matchIPProtocol(IPv6.PROTOCOL_ICMP6)
                .matchIcmpv6Type(type);
    }
}
