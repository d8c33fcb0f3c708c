package io.heddle.scenarios.expect;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.topology.yaml.YamlMapping;
import java.util.Optional;

/** Reads the keys {@code switch} and {@code role}, of which one at most is given. */
final class SwitchChoice {

    private SwitchChoice() {}

    /** {@code whole} allows neither of the two: then the whole fabric is meant. */
    static Optional<Where> read(YamlMapping given, boolean whole) {
        if (given.has("switch") && given.has("role")) {
            given.node().wrong("both 'switch' and 'role'", "one of them");
            return Optional.empty();
        }
        if (given.has("switch")) {
            return given.at("switch")
                    .parse("the name of a switch", DeviceName::of)
                    .map(Where.OneSwitch::new);
        }
        if (given.has("role")) {
            return ExpectationReader.word(given.at("role"), SwitchRole.class).map(Where.EveryOf::new);
        }
        if (!whole) {
            given.node().wrong("neither 'switch' nor 'role'", "one of them");
            return Optional.empty();
        }
        return Optional.of(new Where.WholeFabric());
    }
}
