package io.heddle.cni.ipam;

import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a network hands out from.
 *
 * @param blocks of both families or one, in the order of use; a /32 or /128 is a borrowed address
 * @param reserved addresses inside them that are never given: gateways, the node's own
 */
public record AddressSource(String network, List<Prefix> blocks, Set<IpAddress> reserved) {

    public AddressSource {
        blocks = List.copyOf(blocks);
        reserved = Set.copyOf(reserved);
    }

    /** The families it has, IPv4 first: a pod gets an address of each. */
    List<IpFamily> families() {
        return blocks.stream()
                .map(Prefix::family)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    Stream<Prefix> blocks(IpFamily family) {
        return blocks.stream().filter(each -> each.family() == family);
    }

    /**
     * Whether an address may be given. Of an IPv6 block the first one may not: it is the subnet-router anycast address (RFC 4291
     * section 2.6.1), which every router answers.
     */
    boolean has(IpAddress address) {
        return !reserved.contains(address)
                && blocks(address.family())
                        .anyMatch(each -> each.contains(address)
                                && (address.isV4()
                                        || each.isHost()
                                        || !each.address().equals(address)));
    }
}
