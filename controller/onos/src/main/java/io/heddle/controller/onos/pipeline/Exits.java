package io.heddle.controller.onos.pipeline;

import static io.heddle.controller.onos.pipeline.Draft.act;

import io.heddle.controller.onos.OnosNet;
import io.heddle.model.config.BridgePort;
import io.heddle.model.fabric.PortName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.VlanId;
import io.heddle.model.net.Vni;
import io.heddle.model.tables.FdbEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.TrafficTreatment;

/** The last instructions of a packet: out of a port, a bond's member or a tunnel, tagged as the other end expects. */
final class Exits {

    private final Draft draft;
    private final Map<String, BridgePort> bridgePorts = new HashMap<>();

    Exits(Draft draft) {
        this.draft = draft;
        draft.config.bridgePorts().forEach(each -> bridgePorts.put(each.name(), each));
    }

    /** What makes a frame ready to leave a VLAN's bridge domain: one alternative a bond member or VTEP; none if nothing leads there. */
    List<TrafficTreatment> bridged(VlanId vlan, FdbEntry.Target target) {
        return legs(vlan, target, true, () -> act());
    }

    /** The same for a packet that routing made ready: it has no tag yet. */
    List<TrafficTreatment> routed(VlanId vlan, FdbEntry.Target target, Supplier<TrafficTreatment.Builder> start) {
        return legs(vlan, target, false, start);
    }

    private List<TrafficTreatment> legs(
            VlanId vlan, FdbEntry.Target target, boolean tagged, Supplier<TrafficTreatment.Builder> start) {
        List<TrafficTreatment> legs = new ArrayList<>();
        switch (target) {
            case FdbEntry.Target.Port(String name) -> {
                BridgePort port = bridgePorts.get(name);
                if (port != null) {
                    members(port, vlan, tagged, start, legs);
                }
            }
            case FdbEntry.Target.Vteps(List<IpAddress> vteps) -> {
                Optional<Vni> vni = draft.vlan(vlan).flatMap(each -> each.vni());
                for (IpAddress vtep : vteps) {
                    vni.flatMap(each -> tunnel(tagged ? start.get().popVlan() : start.get(), each, vtep))
                            .ifPresent(legs::add);
                }
            }
        }
        return legs;
    }

    private void members(
            BridgePort port,
            VlanId vlan,
            boolean tagged,
            Supplier<TrafficTreatment.Builder> start,
            List<TrafficTreatment> legs) {
        boolean wantsTag = port.untagged().filter(vlan::equals).isEmpty();
        for (PortName member : port.members()) {
            Optional<Integer> number = draft.wiring.port(member);
            if (number.isPresent() && port.carries(vlan)) {
                TrafficTreatment.Builder leg = start.get();
                if (tagged && !wantsTag) {
                    leg.popVlan();
                } else if (!tagged && wantsTag) {
                    leg.pushVlan().setVlanId(Classify.vlan(vlan));
                }
                legs.add(leg.setOutput(PortNumber.portNumber(number.get())).build());
            }
        }
    }

    /** Into the tunnel to a VTEP; empty while there is none. */
    Optional<TrafficTreatment> tunnel(TrafficTreatment.Builder untagged, Vni vni, IpAddress vtep) {
        return draft.wiring.tunnel(vtep).map(number -> untagged.setTunnelId(vni.value())
                .setOutput(PortNumber.portNumber(number))
                .build());
    }

    /** Across a routed link to the MAC at its other end; empty while port or MAC is not known. */
    Optional<TrafficTreatment> across(PortName port) {
        return draft.wiring.port(port).flatMap(number -> draft.wiring
                .beyond(port)
                .map(mac ->
                        routedTo(mac).setOutput(PortNumber.portNumber(number)).build()));
    }

    /** The Ethernet header of a packet that this switch has routed. */
    TrafficTreatment.Builder routedTo(Mac mac) {
        return act().setEthSrc(OnosNet.mac(draft.wiring.routerMac())).setEthDst(OnosNet.mac(mac));
    }
}
