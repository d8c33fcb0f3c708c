package io.heddle.cni.agent;

import io.heddle.cni.attach.Subnet;
import io.heddle.cni.ipam.AddressSource;
import io.heddle.json.BadField;
import io.heddle.json.Fields;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A network of this node.
 *
 * @param name as in the network configuration that runtimes have
 * @param blocks that addresses are given from; of no use under {@link Addressing#KUBERNETES}
 * @param reserved addresses that are not given
 * @param mtu of pods, in bytes
 * @param takesDefault whether a pod's default route goes by it
 */
public record NetworkConfig(
        String name,
        NetworkMode mode,
        Addressing addressing,
        List<Prefix> blocks,
        Set<IpAddress> reserved,
        int mtu,
        boolean takesDefault) {

    /** Who says which blocks the node has. */
    public enum Addressing {
        /** The agent's configuration, and the controller. */
        HEDDLE,
        /** The network configuration, where the runtime writes the node's podCIDRs. */
        KUBERNETES
    }

    private static final int DEFAULT_MTU = 1500;
    /** IPv6 needs 1280 (RFC 8200 section 5). */
    private static final int LEAST_MTU = 1280;

    private static final int MOST_MTU = 65535;

    public NetworkConfig {
        blocks = List.copyOf(blocks);
        reserved = Set.copyOf(reserved);
    }

    static NetworkConfig read(Fields fields) throws BadField {
        fields.only(
                "name", "mode", "bridge", "uplink", "subnets", "ipam", "blocks", "reserved", "mtu", "default-route");
        NetworkMode mode = NetworkMode.read(fields);
        List<Prefix> blocks = fields.list("blocks", Prefix::parse);
        Set<IpAddress> reserved = new TreeSet<>(fields.list("reserved", IpAddress::parse));
        if (mode instanceof NetworkMode.Bridged bridged) {
            for (int i = 0; i < blocks.size(); i++) {
                Prefix block = blocks.get(i);
                if (bridged.subnets().stream().noneMatch(each -> each.prefix().contains(block))) {
                    throw new BadField(
                            fields.at("blocks[" + i + "]"), block.toString(), "a block in one of the subnets");
                }
            }
            bridged.subnets().forEach(each -> reserve(each, reserved));
        }
        return new NetworkConfig(
                fields.neededText("name"),
                mode,
                fields.parsed("ipam", NetworkConfig::addressing).orElse(Addressing.HEDDLE),
                blocks,
                reserved,
                fields.number("mtu", LEAST_MTU, MOST_MTU).map(Long::intValue).orElse(DEFAULT_MTU),
                fields.flag("default-route").orElse(true));
    }

    private static Addressing addressing(String text) {
        return switch (text) {
            case "heddle" -> Addressing.HEDDLE;
            case "kubernetes" -> Addressing.KUBERNETES;
            default -> throw new IllegalArgumentException("heddle or kubernetes");
        };
    }

    /** On a VLAN the ends of the subnet mean the network and everybody (RFC 922 section 7), and the gateway is taken. */
    private static void reserve(Subnet subnet, Set<IpAddress> reserved) {
        subnet.gateway().ifPresent(reserved::add);
        Prefix prefix = subnet.prefix();
        reserved.add(prefix.address());
        if (prefix.address().isV4()) {
            reserved.add(prefix.address().plus(prefix.size() - 1));
        }
    }

    /**
     * What addresses come from.
     *
     * @param granted blocks that the controller granted
     * @param request the network configuration of a request
     */
    AddressSource addresses(List<Prefix> granted, Fields request) throws BadField {
        List<Prefix> all = new ArrayList<>();
        switch (addressing) {
            case HEDDLE -> {
                all.addAll(blocks);
                granted.stream().filter(each -> !blocks.contains(each)).forEach(all::add);
            }
            case KUBERNETES -> all.addAll(request.list("podCidrs", Prefix::parse));
        }
        return new AddressSource(name, all, reserved);
    }
}
