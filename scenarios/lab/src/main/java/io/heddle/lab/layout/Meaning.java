package io.heddle.lab.layout;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.PortName;
import io.heddle.model.net.VlanId;
import io.heddle.model.net.Vni;

/** What an interface of a switch's namespaces stands for. */
public sealed interface Meaning {

    record Loopback() implements Meaning {}

    /** A routed port. */
    record Routed(PortName port, DeviceName neighbor) implements Meaning {}

    /** The bridge of a VLAN, which is its routed interface too. */
    record Vlan(VlanId vlan) implements Meaning {}

    /** One VLAN of a bridge port. */
    record Member(VlanId vlan, String bridgePort) implements Meaning {}

    /** The VXLAN device of a VLAN. */
    record Tunnel(VlanId vlan, Vni vni) implements Meaning {}

    /** The bridge of a tenant's L3VNI. */
    record Tenant(Vni l3vni) implements Meaning {}

    /** The VXLAN device of a tenant's L3VNI. */
    record TenantTunnel(Vni l3vni) implements Meaning {}
}
