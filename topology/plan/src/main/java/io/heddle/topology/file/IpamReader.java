package io.heddle.topology.file;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import io.heddle.topology.spec.IpamSpec;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.Known;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the {@code ipam} section: where pods' addresses come from, how they are cut into node blocks, and which nodes translate them. */
public final class IpamReader {

    public static final Keys IPAM = Keys.of(
            "ipv4-pool", "ipv4-block-length", "ipv6-pool", "ipv6-block-length", "blocks-per-node", "masquerade");

    /** Calico's defaults: 64 addresses a block in both families. */
    private static final int USUAL_IPV4_BLOCK = 26;

    private static final int USUAL_IPV6_BLOCK = 122;

    private static final int MOST_BLOCKS = 1_024;

    private IpamReader() {}

    /** What could be read; without the section there is no pool. Any node may be named. */
    public static IpamSpec read(YamlNode section) {
        return read(section, Known::anything);
    }

    /**
     * The same.
     *
     * @param nodes those that run pods; asked for only where some are named
     */
    public static IpamSpec read(YamlNode section, Supplier<Known<DeviceName>> nodes) {
        YamlMapping given = section.mapping(IPAM);
        Optional<Prefix> ipv4 = pool(given.at("ipv4-pool"), IpFamily.IPV4);
        Optional<Prefix> ipv6 = pool(given.at("ipv6-pool"), IpFamily.IPV6);
        int ipv4Length = length(given.at("ipv4-block-length"), ipv4, IpFamily.IPV4, USUAL_IPV4_BLOCK);
        int ipv6Length = length(given.at("ipv6-block-length"), ipv6, IpFamily.IPV6, USUAL_IPV6_BLOCK);
        int blocks = given.at("blocks-per-node").integer(1, MOST_BLOCKS, 1);
        return new IpamSpec(
                ipv4, ipv4Length, ipv6, ipv6Length, blocks, new MasqueradeReader(nodes).read(given.at("masquerade")));
    }

    private static Optional<Prefix> pool(YamlNode node, IpFamily family) {
        String what = family == IpFamily.IPV4
                ? "an IPv4 prefix such as 10.244.0.0/16"
                : "an IPv6 prefix such as fd00:10::/56";
        Optional<Prefix> pool = node.parse(what, Prefix::parse);
        if (pool.isPresent() && pool.get().family() != family) {
            node.wrong(node.describe(), what);
            return Optional.empty();
        }
        return pool;
    }

    private static int length(YamlNode node, Optional<Prefix> pool, IpFamily family, int usual) {
        int least = pool.map(Prefix::length).orElse(0);
        int length = node.integer(least, family.bits(), Math.max(usual, least));
        if (node.isPresent() && pool.isEmpty()) {
            node.wrong("a block length without a pool", "the pool that is cut");
        }
        return length;
    }
}
