package io.heddle.lab.layout;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.VrfName;
import java.util.Map;

/**
 * Where FRR runs.
 *
 * @param spaces the namespace of each VRF, the default VRF's first; several make {@code zebra -n}
 */
public record RouterSpace(DeviceName device, Map<VrfName, String> spaces) {

    public String space() {
        return spaces.getOrDefault(VrfName.DEFAULT, "");
    }

    public boolean hasTenants() {
        return spaces.size() > 1;
    }
}
