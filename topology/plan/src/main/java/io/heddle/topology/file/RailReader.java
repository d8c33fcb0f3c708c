package io.heddle.topology.file;

import io.heddle.model.fabric.ProfileRef;
import io.heddle.model.net.Bandwidth;
import io.heddle.topology.spec.GeneratorSpec;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.util.Optional;

/** {@code generate} of kind {@code rail-optimised}. */
final class RailReader {

    static final Keys RAIL = Keys.required(
                    "kind", "units", "nodes-per-unit", "rails", "speed", "leaf", "spines", "spine")
            .optional("cores", "core");

    private final FabricScope scope;

    RailReader(FabricScope scope) {
        this.scope = scope;
    }

    Optional<GeneratorSpec> read(String name, YamlNode generate) {
        YamlMapping given = generate.mapping(RAIL);
        int units = given.at("units").integer(1, Sizes.RACKS, 1);
        int nodes = given.at("nodes-per-unit").integer(1, Sizes.NODES_A_RACK, 1);
        int rails = given.at("rails").integer(1, Sizes.CARDS, 1);
        Optional<Bandwidth> speed = Words.speed(given.at("speed"));
        Optional<ProfileRef> leaf = Words.profile(given.at("leaf"), scope);
        int spines = given.at("spines").integer(1, Sizes.SWITCHES_OF_A_KIND, 1);
        Optional<ProfileRef> spine = Words.profile(given.at("spine"), scope);
        int cores = given.at("cores").integer(0, Sizes.SWITCHES_OF_A_KIND, 0);
        Optional<ProfileRef> core = Words.profile(given.at("core"), scope);
        if (cores > 0 && !given.has("core")) {
            given.at("cores").wrong(cores + " cores without a device", "the key 'core' beside it");
        }
        // 1:1 at each tier: as many cables between the tiers as there are node ports.
        long ports = (long) units * nodes * rails * (cores > 0 ? 6 : 4);
        if (ports > Sizes.PORTS) {
            generate.wrong("a fabric of about " + ports + " ports", "at most " + Sizes.PORTS);
        }
        if (speed.isEmpty() || leaf.isEmpty() || spine.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new GeneratorSpec.RailOptimised(
                name, units, nodes, rails, speed.get(), leaf.get(), spines, spine.get(), cores, core));
    }
}
