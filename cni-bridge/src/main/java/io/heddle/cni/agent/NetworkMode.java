package io.heddle.cni.agent;

import io.heddle.cni.attach.Subnet;
import io.heddle.json.BadField;
import io.heddle.json.Fields;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the pods of a network are connected. */
public sealed interface NetworkMode {

    /** By host routes. */
    record Routed() implements NetworkMode {}

    /** On a bridge. */
    record Bridged(String bridge, Optional<String> uplink, List<Subnet> subnets) implements NetworkMode {
        public Bridged {
            subnets = List.copyOf(subnets);
        }
    }

    static NetworkMode read(Fields fields) throws BadField {
        String mode = fields.text("mode").orElse("routed");
        return switch (mode) {
            case "routed" -> {
                for (String each : List.of("bridge", "uplink", "subnets")) {
                    if (fields.object().get(each).isPresent()) {
                        throw new BadField(
                                fields.at(each), "a setting of mode bridge", "mode to be bridge, or none of it");
                    }
                }
                yield new Routed();
            }
            case "bridge" -> bridged(fields);
            default -> throw new BadField(fields.at("mode"), "'" + mode + "'", "routed or bridge");
        };
    }

    private static Bridged bridged(Fields fields) throws BadField {
        List<Subnet> subnets = new ArrayList<>();
        for (Fields each : fields.objects("subnets")) {
            each.only("prefix", "gateway");
            Prefix prefix = each.parsed("prefix", Prefix::parse)
                    .orElseThrow(() -> new BadField(each.at("prefix"), "nothing", "a prefix"));
            Optional<IpAddress> gateway = each.parsed("gateway", IpAddress::parse);
            if (gateway.filter(address -> !prefix.contains(address)).isPresent()) {
                throw new BadField(each.at("gateway"), gateway.get().toString(), "an address in " + prefix);
            }
            subnets.add(new Subnet(prefix, gateway));
        }
        if (subnets.isEmpty()) {
            throw new BadField(fields.at("subnets"), "none", "the subnet of the VLAN, with its gateway");
        }
        return new Bridged(
                fields.parsed("bridge", NetworkMode::interfaceName).orElse("heddle0"),
                fields.parsed("uplink", NetworkMode::interfaceName),
                subnets);
    }

    private static String interfaceName(String text) {
        if (!text.matches("[!-.0-9;-~]{1,15}") || text.equals(".") || text.equals("..")) {
            throw new IllegalArgumentException("an interface name of 1 to 15 characters");
        }
        return text;
    }
}
