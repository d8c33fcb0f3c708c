package io.heddle.topology.file;

import io.heddle.model.fabric.Network;
import io.heddle.model.fabric.Vrf;
import io.heddle.topology.spec.GeneratorSpec;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/** A fabric in a few lines: {@code generate} with one of the kinds, and the networks and VRFs it carries. */
final class GenerateReader {

    static final Keys FABRIC = Keys.required("heddle", "name", "generate").optional("networks", "vrfs");
    static final Keys SECTION = Keys.required("generate").optional("heddle", "name", "networks", "vrfs");

    private final FabricScope scope;

    GenerateReader(FabricScope scope) {
        this.scope = scope;
    }

    /** {@code otherwise} is the name of a fabric that gives none. */
    Optional<GeneratorSpec> read(YamlMapping given, String otherwise) {
        String name = given.at("name").text("a name for the fabric").orElse(otherwise);
        NetworkReader reader = new NetworkReader(scope);
        List<Vrf> vrfs = reader.vrfs(given.at("vrfs"));
        List<Network> networks = reader.networks(given.at("networks"));
        YamlNode generate = given.at("generate");
        YamlNode kind = generate.peek("kind");
        if (!kind.isPresent()) {
            // Which keys are known depends on the kind: without it only its absence can be told.
            generate.wrong(
                    generate.isMapping() ? "no key 'kind'" : generate.describe(),
                    "a mapping with kind: rack-pair, clos-2, clos-3 or rail-optimised");
            return Optional.empty();
        }
        Optional<GeneratorKind> known = kind.oneOf(GeneratorKind.values());
        if (known.isEmpty()) {
            return Optional.empty();
        }
        ClosReader clos = new ClosReader(scope, name, networks, vrfs);
        return switch (known.get()) {
            case RACK_PAIR -> clos.rackPair(generate);
            case CLOS_2 -> clos.twoTiers(generate);
            case CLOS_3 -> clos.threeTiers(generate);
            case RAIL_OPTIMISED -> {
                for (String each : List.of("networks", "vrfs")) {
                    if (given.has(each)) {
                        given.at(each)
                                .wrong("networks in a rail-optimised fabric", "none; its nodes attach by routed links");
                    }
                }
                yield new RailReader(scope).read(name, generate);
            }
        };
    }
}
