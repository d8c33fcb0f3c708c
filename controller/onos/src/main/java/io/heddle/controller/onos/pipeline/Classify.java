package io.heddle.controller.onos.pipeline;

import static io.heddle.controller.onos.pipeline.Draft.act;
import static io.heddle.controller.onos.pipeline.Draft.match;

import io.heddle.model.config.BridgePort;
import io.heddle.model.config.RoutedPort;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.config.VrfConfig;
import io.heddle.model.fabric.PortName;
import io.heddle.model.net.VlanId;
import org.onlab.packet.EthType.EtherType;
import org.onosproject.net.PortNumber;

/** Table 0: where a frame came in. */
final class Classify {

    /** In the metadata of a bridged frame: it came over a tunnel and must not leave by one (RFC 7432 section 8.3.1: split horizon). */
    static final long FROM_TUNNEL = 1;

    static final long FROM_PORT = 0;

    /** All bits of the metadata. */
    static final long WHOLE = -1L;

    private Classify() {}

    static void add(Draft draft) {
        draft.plumbing(
                Stage.CLASSIFY,
                400,
                match().matchEthType(EtherType.LLDP.ethType().toShort()),
                act().setOutput(PortNumber.CONTROLLER));
        for (RoutedPort each : draft.config.routedPorts()) {
            draft.wiring
                    .port(each.port())
                    .ifPresentOrElse(number -> routed(draft, number), () -> missing(draft, each.port()));
        }
        for (BridgePort each : draft.config.bridgePorts()) {
            for (PortName member : each.members()) {
                draft.wiring
                        .port(member)
                        .ifPresentOrElse(number -> bridged(draft, each, number), () -> missing(draft, member));
            }
        }
        local(draft);
        draft.config.vlans().forEach(each -> tunnelled(draft, each));
        draft.config.vrfs().forEach(each -> routedTunnel(draft, each));
    }

    private static void missing(Draft draft, PortName port) {
        draft.unplaced("port " + port + " is configured and the switch has no port of that name");
    }

    private static void routed(Draft draft, int port) {
        draft.plumbing(
                Stage.CLASSIFY,
                100,
                match().matchInPort(PortNumber.portNumber(port)).matchVlanId(org.onlab.packet.VlanId.NONE),
                act().transition(Stage.TERMINATE.table()));
    }

    private static void bridged(Draft draft, BridgePort port, int number) {
        for (VlanId each : port.tagged()) {
            draft.plumbing(
                    Stage.CLASSIFY,
                    100,
                    match().matchInPort(PortNumber.portNumber(number)).matchVlanId(vlan(each)),
                    act().transition(Stage.TERMINATE.table()));
        }
        port.untagged()
                .ifPresent(each -> draft.plumbing(
                        Stage.CLASSIFY,
                        100,
                        match().matchInPort(PortNumber.portNumber(number)).matchVlanId(org.onlab.packet.VlanId.NONE),
                        act().pushVlan().setVlanId(vlan(each)).transition(Stage.TERMINATE.table())));
    }

    /** What the switch's own kernel sends; it asks by ARP for a router that is the pipeline itself. */
    private static void local(Draft draft) {
        draft.plumbing(
                Stage.CLASSIFY,
                100,
                match().matchInPort(PortNumber.LOCAL)
                        .matchEthType(EtherType.ARP.ethType().toShort()),
                act().transition(Stage.ANSWER.table()));
        draft.plumbing(
                Stage.CLASSIFY,
                100,
                match().matchInPort(PortNumber.LOCAL)
                        .matchEthType(EtherType.IPV4.ethType().toShort()),
                act().writeMetadata(0, WHOLE).transition(Stage.ROUTE.table()));
        draft.plumbing(
                Stage.CLASSIFY,
                100,
                match().matchInPort(PortNumber.LOCAL)
                        .matchEthType(EtherType.IPV6.ethType().toShort()),
                act().writeMetadata(0, WHOLE).transition(Stage.ROUTE.table()));
    }

    private static void tunnelled(Draft draft, VlanConfig vlan) {
        vlan.vni()
                .ifPresent(vni -> draft.plumbing(
                        Stage.CLASSIFY,
                        200,
                        match().matchTunnelId(vni.value()),
                        act().pushVlan()
                                .setVlanId(vlan(vlan.vlan()))
                                .writeMetadata(FROM_TUNNEL, WHOLE)
                                .transition(Stage.TERMINATE.table())));
    }

    /** Whatever comes by an L3VNI is to be routed, by either leaf of a pair that shares its VTEP address. */
    private static void routedTunnel(Draft draft, VrfConfig vrf) {
        long number = draft.vrfs.number(vrf.name()).orElseThrow();
        vrf.l3vni()
                .ifPresent(vni -> draft.plumbing(
                        Stage.CLASSIFY,
                        200,
                        match().matchTunnelId(vni.value()),
                        act().writeMetadata(number, WHOLE).transition(Stage.ROUTE.table())));
    }

    static org.onlab.packet.VlanId vlan(VlanId vlan) {
        return org.onlab.packet.VlanId.vlanId((short) vlan.value());
    }
}
