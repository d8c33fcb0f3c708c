package io.heddle.model.tables;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.PortName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.VlanId;
import io.heddle.model.net.Vni;

/** Where a route sends a packet. Ordered by kind, then by its fields, so that sets of them have one form. */
public sealed interface NextHop extends Comparable<NextHop> {

    /** The switch itself: an own address. */
    record Local() implements NextHop {}

    /** Nowhere: what an aggregate covers and no specific route matches. */
    record Discard() implements NextHop {}

    /** A subnet on a routed port; the neighbour is found by ARP or ND. */
    record OnPort(PortName port) implements NextHop {}

    /** A subnet on a VLAN interface. */
    record OnVlan(VlanId vlan) implements NextHop {}

    /** A router across a routed link. */
    record ViaPort(PortName port, DeviceName neighbor) implements NextHop {}

    /** A host or router on a VLAN. */
    record ViaVlan(VlanId vlan, IpAddress address) implements NextHop {}

    /** A remote VTEP over the tenant's L3VNI (symmetric IRB). */
    record ViaVtep(Vni l3vni, IpAddress vtep) implements NextHop {}

    @Override
    default int compareTo(NextHop other) {
        return switch (this) {
            case ViaPort a
            when other instanceof ViaPort b ->
                a.port.equals(b.port) ? a.neighbor.compareTo(b.neighbor) : a.port.compareTo(b.port);
            case ViaVlan a
            when other instanceof ViaVlan b ->
                a.vlan.equals(b.vlan) ? a.address.compareTo(b.address) : a.vlan.compareTo(b.vlan);
            case ViaVtep a
            when other instanceof ViaVtep b ->
                a.l3vni.equals(b.l3vni) ? a.vtep.compareTo(b.vtep) : a.l3vni.compareTo(b.l3vni);
            case OnPort a when other instanceof OnPort b -> a.port.compareTo(b.port);
            case OnVlan a when other instanceof OnVlan b -> a.vlan.compareTo(b.vlan);
            default -> Integer.compare(kind(), other.kind());
        };
    }

    private int kind() {
        return switch (this) {
            case Local _ -> 0;
            case Discard _ -> 1;
            case OnPort _ -> 2;
            case OnVlan _ -> 3;
            case ViaPort _ -> 4;
            case ViaVlan _ -> 5;
            case ViaVtep _ -> 6;
        };
    }
}
