package io.heddle.lab.layout;

import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.VrfName;
import java.util.Map;
import java.util.Optional;

/**
 * A switch as the lab shows it.
 *
 * @param spaces the namespace of each VRF, the default VRF's first
 * @param meanings by interface name; names are unique over the namespaces of one switch
 */
public record SwitchFace(SwitchConfig config, Map<VrfName, String> spaces, Map<String, Meaning> meanings) {

    public String space() {
        return space(VrfName.DEFAULT);
    }

    public String space(VrfName vrf) {
        String space = spaces.get(vrf);
        if (space == null) {
            throw new IllegalArgumentException(config.name() + " has no VRF " + vrf);
        }
        return space;
    }

    public Optional<Meaning> meaning(String interfaceName) {
        return Optional.ofNullable(meanings.get(interfaceName));
    }
}
