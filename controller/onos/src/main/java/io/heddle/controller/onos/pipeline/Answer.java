package io.heddle.controller.onos.pipeline;

import static io.heddle.controller.onos.pipeline.Draft.act;
import static io.heddle.controller.onos.pipeline.Draft.drop;
import static io.heddle.controller.onos.pipeline.Draft.match;

import io.heddle.controller.onos.OnosNet;
import io.heddle.model.config.RoutedPort;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.onlab.packet.ARP;
import org.onlab.packet.EthType.EtherType;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.TrafficSelector;
import org.onosproject.net.flow.TrafficTreatment;

/**
 * Table 2: ARP and, with {@link Solicitations}, neighbour discovery answered in the switch, so that hosts find their gateway with every controller dead. On a routed port also for 169.254.1.1,
 * the gateway that Calico gives pods and nodes on unnumbered links; the switch's own kernel finds the pipeline by it too.
 */
final class Answer {

    static final IpAddress LINK_GATEWAY = IpAddress.parse("169.254.1.1");

    private Answer() {}

    static void add(Draft draft) {
        for (RoutedPort each : draft.config.routedPorts()) {
            draft.wiring.port(each.port()).ifPresent(number -> onPort(draft, each, PortNumber.portNumber(number)));
        }
        draft.plumbing(
                Stage.ANSWER,
                100,
                request(match().matchInPort(PortNumber.LOCAL)).matchArpTpa(OnosNet.ip4(LINK_GATEWAY)),
                answering(draft, LINK_GATEWAY, INSIDE).setOutput(PortNumber.IN_PORT));
        draft.config.vlans().forEach(vlan -> {
            vlan.svi().ifPresent(svi -> onVlan(draft, vlan, svi));
            draft.plumbing(
                    Stage.ANSWER,
                    10,
                    match().matchVlanId(Classify.vlan(vlan.vlan())),
                    act().transition(Stage.BRIDGE.table()));
        });
    }

    /** The pipeline as the switch's own kernel sees it. */
    static final Mac INSIDE = Mac.parse("02:48:44:4c:45:01");

    private static void onPort(Draft draft, RoutedPort port, PortNumber number) {
        Set<IpAddress> own = new LinkedHashSet<>();
        port.addresses().forEach(each -> own.add(each.address()));
        own.add(LINK_GATEWAY);
        for (IpAddress each : own) {
            if (each.isV4()) {
                draft.plumbing(
                        Stage.ANSWER,
                        100,
                        request(match().matchInPort(number)).matchArpTpa(OnosNet.ip4(each)),
                        answering(draft, each, draft.wiring.routerMac()).setOutput(PortNumber.IN_PORT));
            } else {
                Solicitations.answer(
                        draft,
                        each,
                        draft.wiring.routerMac(),
                        match().matchInPort(number),
                        match().matchInPort(number),
                        reply -> reply.setOutput(PortNumber.IN_PORT));
            }
        }
        Solicitations.ofNobody(draft, () -> match().matchInPort(number));
        draft.plumbing(Stage.ANSWER, 20, match().matchInPort(number), drop());
    }

    private static void onVlan(Draft draft, VlanConfig vlan, VlanConfig.Svi svi) {
        Supplier<TrafficSelector.Builder> here = () -> match().matchVlanId(Classify.vlan(vlan.vlan()));
        // What came over a tunnel was answered by the leaf at the other end.
        Supplier<TrafficSelector.Builder> local = () -> here.get().matchMetadata(Classify.FROM_PORT);
        svi.own().forEach(each -> onVlan(draft, each.address(), draft.wiring.routerMac(), here, here));
        Mac anycast = svi.anycastMac().orElse(draft.wiring.routerMac());
        svi.anycastGateway().forEach(each -> onVlan(draft, each.address(), anycast, local, here));
        Solicitations.ofNobody(draft, here);
    }

    private static void onVlan(
            Draft draft,
            IpAddress address,
            Mac mac,
            Supplier<TrafficSelector.Builder> asked,
            Supplier<TrafficSelector.Builder> here) {
        if (address.isV4()) {
            draft.plumbing(
                    Stage.ANSWER,
                    100,
                    request(asked.get()).matchArpTpa(OnosNet.ip4(address)),
                    bridgedBack(answering(draft, address, mac), draft));
        } else {
            Solicitations.answer(draft, address, mac, asked.get(), here.get(), reply -> bridgedBack(reply, draft));
        }
    }

    private static TrafficSelector.Builder request(TrafficSelector.Builder here) {
        return here.matchEthType(EtherType.ARP.ethType().toShort()).matchArpOp(ARP.OP_REQUEST);
    }

    private static TrafficTreatment.Builder answering(Draft draft, IpAddress address, Mac mac) {
        return act().setArpOp(ARP.OP_REPLY)
                .extension(SwitchAction.ARP_SENDER_MAC_TO_TARGET.treatment(), draft.device)
                .setArpSha(OnosNet.mac(mac))
                .extension(SwitchAction.ARP_SENDER_ADDRESS_TO_TARGET.treatment(), draft.device)
                .setArpSpa(OnosNet.ip(address))
                .extension(SwitchAction.ETHERNET_SOURCE_TO_DESTINATION.treatment(), draft.device)
                .setEthSrc(OnosNet.mac(mac));
    }

    /** Through the bridge, which knows whether the asker's port wants a tag. */
    private static TrafficTreatment.Builder bridgedBack(TrafficTreatment.Builder reply, Draft draft) {
        return reply.extension(SwitchAction.FORGET_IN_PORT.treatment(), draft.device)
                .writeMetadata(Classify.FROM_PORT, Classify.WHOLE)
                .transition(Stage.BRIDGE.table());
    }
}
