package io.heddle.model.fabric;

import java.util.List;
import java.util.Optional;

/**
 * A link aggregation group of a node. The switch side follows from the cables: members that end on two leafs make it
 * multi-chassis (MLAG or an Ethernet segment).
 *
 * @param members at least one port of the same device, in order
 * @param networks the VLANs carried, tagged
 * @param nativeNetwork the untagged network, if any; the PXE network of a node that boots over its bond
 */
public record Bond(
        BondName name,
        List<PortName> members,
        Lacp lacp,
        List<NetworkName> networks,
        Optional<NetworkName> nativeNetwork) {

    public Bond {
        members = List.copyOf(members);
        networks = List.copyOf(networks);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("bond " + name + " has no members");
        }
        if (members.stream().distinct().count() != members.size()) {
            throw new IllegalArgumentException("bond " + name + " names a member twice: " + members);
        }
    }
}
