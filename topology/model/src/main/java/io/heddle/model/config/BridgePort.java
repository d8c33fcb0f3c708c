package io.heddle.model.config;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Lacp;
import io.heddle.model.fabric.PortName;
import io.heddle.model.net.Esi;
import io.heddle.model.net.VlanId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A port or bond of a switch in its bridge.
 *
 * @param name the bond's name, or the port's where there is no bond
 * @param members the ports; one without bond
 * @param neighbor the device at the other end
 * @param mlagId shared with the MLAG peer's half of a multi-chassis bond
 * @param esi the Ethernet segment, where EVPN multihoming replaces MLAG
 */
public record BridgePort(
        String name,
        List<PortName> members,
        DeviceName neighbor,
        List<VlanId> tagged,
        Optional<VlanId> untagged,
        Optional<Lacp> lacp,
        OptionalInt mlagId,
        Optional<Esi> esi,
        boolean peerLink,
        int mtu) {

    public BridgePort {
        members = List.copyOf(members);
        tagged = List.copyOf(tagged);
    }

    public boolean carries(VlanId vlan) {
        return tagged.contains(vlan) || untagged.filter(vlan::equals).isPresent();
    }
}
