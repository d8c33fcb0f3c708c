package io.heddle.topology.plan;

import io.heddle.model.config.RoutedPort;
import io.heddle.model.config.RoutedPort.InterfaceAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.topology.design.Numbering;
import io.heddle.topology.wiring.Cable;
import io.heddle.topology.wiring.Tier;
import java.util.ArrayList;
import java.util.List;

/** The routed interfaces of a device. */
final class RoutedPorts {

    private final Draft draft;

    RoutedPorts(Draft draft) {
        this.draft = draft;
    }

    List<RoutedPort> of(int device) {
        List<RoutedPort> ports = new ArrayList<>();
        for (Cable each : draft.wiring().cables(device)) {
            if (CableUse.of(draft, device, each.peer()) == CableUse.ROUTED) {
                ports.add(new RoutedPort(
                        each.port(), draft.wiring().name(each.peer()), addresses(device, each), mtu(device, each)));
            }
        }
        return ports;
    }

    private List<InterfaceAddress> addresses(int device, Cable cable) {
        if (!isNumbered(device, cable.peer())) {
            return List.of();
        }
        List<InterfaceAddress> addresses = new ArrayList<>(2);
        for (IpFamily each : draft.addresses().families()) {
            addresses.add(
                    new InterfaceAddress(draft.addresses().links().address(device, cable, each), each.bits() - 1));
        }
        return addresses;
    }

    /** Whether the link between the two has addresses. Strangers beyond an exit rarely speak unnumbered. */
    boolean isNumbered(int device, int peer) {
        Tier a = draft.tier(device);
        Tier b = draft.tier(peer);
        if (a == Tier.EXTERNAL || b == Tier.EXTERNAL) {
            return true;
        }
        boolean toNode = a == Tier.NODE || b == Tier.NODE;
        Numbering numbering =
                toNode ? draft.design().links().nodes() : draft.design().links().fabric();
        return numbering == Numbering.NUMBERED;
    }

    private int mtu(int device, Cable cable) {
        boolean toNode = draft.tier(device) == Tier.NODE || draft.tier(cable.peer()) == Tier.NODE;
        return toNode ? draft.addresses().mtu().node() : draft.addresses().mtu().link();
    }
}
