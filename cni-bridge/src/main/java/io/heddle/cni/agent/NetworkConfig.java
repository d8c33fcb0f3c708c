package io.heddle.cni.agent;

import io.heddle.cni.ipam.AddressSource;
import io.heddle.cni.json.BadField;
import io.heddle.cni.json.Fields;
import io.heddle.model.net.Prefix;
import java.util.List;
import java.util.Set;

/**
 * A network of this node.
 *
 * @param name as in the network configuration that runtimes have
 * @param mtu of pods, in bytes
 */
public record NetworkConfig(String name, List<Prefix> blocks, int mtu) {

    private static final int DEFAULT_MTU = 1500;
    /** IPv6 needs 1280 (RFC 8200 section 5). */
    private static final int LEAST_MTU = 1280;

    private static final int MOST_MTU = 65535;

    public NetworkConfig {
        blocks = List.copyOf(blocks);
    }

    static NetworkConfig read(Fields fields) throws BadField {
        fields.only("name", "mode", "blocks", "mtu");
        String mode = fields.text("mode").orElse("routed");
        if (!mode.equals("routed")) {
            throw new BadField(fields.at("mode"), "'" + mode + "'", "routed");
        }
        return new NetworkConfig(
                fields.neededText("name"),
                fields.list("blocks", Prefix::parse),
                fields.number("mtu", LEAST_MTU, MOST_MTU).map(Long::intValue).orElse(DEFAULT_MTU));
    }

    AddressSource addresses() {
        return new AddressSource(name, blocks, Set.of());
    }
}
