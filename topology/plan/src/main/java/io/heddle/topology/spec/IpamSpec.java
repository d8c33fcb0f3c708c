package io.heddle.topology.spec;

import io.heddle.model.config.Masquerade;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Prefix;
import java.util.List;
import java.util.Optional;

/**
 * How pod addresses are cut into node blocks, and where they do not stay as they are.
 *
 * @param ipv4Pool pods' IPv4 addresses come from here
 * @param ipv4BlockLength a block's prefix length: 26 in Calico, 24 for kubeadm's podCIDR
 * @param blocksPerNode blocks handed to each node at the start, of each family
 * @param masquerades at most one without nodes, and no node in two
 */
public record IpamSpec(
        Optional<Prefix> ipv4Pool,
        int ipv4BlockLength,
        Optional<Prefix> ipv6Pool,
        int ipv6BlockLength,
        int blocksPerNode,
        List<MasqueradeSpec> masquerades) {

    public IpamSpec {
        masquerades = List.copyOf(masquerades);
    }

    /** Where nobody masquerades. */
    public IpamSpec(
            Optional<Prefix> ipv4Pool,
            int ipv4BlockLength,
            Optional<Prefix> ipv6Pool,
            int ipv6BlockLength,
            int blocksPerNode) {
        this(ipv4Pool, ipv4BlockLength, ipv6Pool, ipv6BlockLength, blocksPerNode, List.of());
    }

    public IpamSpec withMasquerades(List<MasqueradeSpec> others) {
        return new IpamSpec(ipv4Pool, ipv4BlockLength, ipv6Pool, ipv6BlockLength, blocksPerNode, others);
    }

    /** The rule of a node that runs pods: its own, or that of all. */
    public Optional<Masquerade> masquerade(DeviceName node) {
        return masquerades.stream()
                .filter(each -> each.nodes().contains(node))
                .findFirst()
                .or(() -> masquerades.stream()
                        .filter(each -> each.nodes().isEmpty())
                        .findFirst())
                .map(MasqueradeSpec::rule);
    }
}
