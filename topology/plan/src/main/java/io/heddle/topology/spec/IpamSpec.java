package io.heddle.topology.spec;

import io.heddle.model.net.Prefix;
import java.util.Optional;

/**
 * How pod addresses are cut into node blocks.
 *
 * @param ipv4Pool pods' IPv4 addresses come from here
 * @param ipv4BlockLength a block's prefix length: 26 in Calico, 24 for kubeadm's podCIDR
 * @param blocksPerNode blocks handed to each node at the start, of each family
 */
public record IpamSpec(
        Optional<Prefix> ipv4Pool,
        int ipv4BlockLength,
        Optional<Prefix> ipv6Pool,
        int ipv6BlockLength,
        int blocksPerNode) {}
