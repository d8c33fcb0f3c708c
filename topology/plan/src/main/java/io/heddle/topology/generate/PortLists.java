package io.heddle.topology.generate;

import io.heddle.model.device.DeviceProfile;
import io.heddle.model.device.FrontPort;
import io.heddle.model.device.PortLayout;
import io.heddle.model.fabric.ProfileRef;
import io.heddle.topology.catalogue.DeviceCatalogue;
import java.util.List;
import java.util.Optional;

/** Which ports a device has, where that is known. */
@FunctionalInterface
public interface PortLists {

    /** No device is known: ports are named by the operating system's custom and never run out. */
    PortLists UNKNOWN = _ -> Optional.empty();

    /** What the catalogue knows. A device that is not in it, or whose ports are not known, has as many ports as are asked for. */
    static PortLists of(DeviceCatalogue catalogue) {
        return device -> catalogue
                .find(device)
                .map(DeviceProfile::ports)
                .filter(PortLayout::isKnown)
                .map(PortLayout::ports);
    }

    /** The front ports in number order, none split. */
    Optional<List<FrontPort>> of(ProfileRef device);
}
