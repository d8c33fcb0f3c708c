package io.heddle.controller.onos.pipeline;

import static io.heddle.controller.onos.pipeline.Draft.act;
import static io.heddle.controller.onos.pipeline.Draft.drop;
import static io.heddle.controller.onos.pipeline.Draft.match;

import io.heddle.controller.onos.OnosNet;
import io.heddle.model.config.RoutedPort;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.net.Mac;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.onlab.packet.EthType.EtherType;
import org.onlab.packet.ICMP6;
import org.onlab.packet.IPv6;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.TrafficSelector;

/** Table 1: what is for the switch itself. A routed port takes nothing else; a VLAN bridges the rest. */
final class Terminate {

    private static final List<EtherType> ROUTED = List.of(EtherType.IPV4, EtherType.IPV6);

    private Terminate() {}

    static void add(Draft draft) {
        for (RoutedPort each : draft.config.routedPorts()) {
            draft.wiring.port(each.port()).ifPresent(number -> routedPort(draft, number));
        }
        for (VlanConfig vlan : draft.config.vlans()) {
            vlan.svi().ifPresent(svi -> interfaceOf(draft, vlan, svi));
            draft.plumbing(
                    Stage.TERMINATE,
                    10,
                    match().matchVlanId(Classify.vlan(vlan.vlan())),
                    act().transition(Stage.BRIDGE.table()));
        }
    }

    private static void routedPort(Draft draft, int port) {
        Supplier<TrafficSelector.Builder> here = () -> match().matchInPort(PortNumber.portNumber(port));
        asked(draft, here);
        for (EtherType each : ROUTED) {
            draft.plumbing(
                    Stage.TERMINATE,
                    100,
                    here.get()
                            .matchEthType(each.ethType().toShort())
                            .matchEthDst(OnosNet.mac(draft.wiring.routerMac())),
                    act().writeMetadata(0, Classify.WHOLE).transition(Stage.ROUTE.table()));
        }
        draft.plumbing(Stage.TERMINATE, 20, here.get(), drop());
    }

    private static void interfaceOf(Draft draft, VlanConfig vlan, VlanConfig.Svi svi) {
        Supplier<TrafficSelector.Builder> here = () -> match().matchVlanId(Classify.vlan(vlan.vlan()));
        asked(draft, here);
        long vrf = draft.vrfs.number(svi.vrf()).orElseThrow();
        TreeSet<Mac> own = new TreeSet<>(List.of(draft.wiring.routerMac()));
        svi.anycastMac().ifPresent(own::add);
        for (Mac mac : own) {
            for (EtherType each : ROUTED) {
                draft.plumbing(
                        Stage.TERMINATE,
                        100,
                        here.get().matchEthType(each.ethType().toShort()).matchEthDst(OnosNet.mac(mac)),
                        act().popVlan().writeMetadata(vrf, Classify.WHOLE).transition(Stage.ROUTE.table()));
            }
        }
    }

    /** ARP, and neighbour solicitations (RFC 4861 section 4.3). */
    private static void asked(Draft draft, Supplier<TrafficSelector.Builder> here) {
        draft.plumbing(
                Stage.TERMINATE,
                200,
                here.get().matchEthType(EtherType.ARP.ethType().toShort()),
                act().transition(Stage.ANSWER.table()));
        draft.plumbing(
                Stage.TERMINATE,
                200,
                here.get()
                        .matchEthType(EtherType.IPV6.ethType().toShort())
                        .matchIPProtocol(IPv6.PROTOCOL_ICMP6)
                        .matchIcmpv6Type(ICMP6.NEIGHBOR_SOLICITATION),
                act().transition(Stage.ANSWER.table()));
    }
}
