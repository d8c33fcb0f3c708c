package io.heddle.topology.generate;

import io.heddle.model.fabric.ProfileRef;
import java.util.List;
import java.util.Optional;

/** Which ports a device has, where that is known: what a generator wants from the device catalogue. */
@FunctionalInterface
public interface PortLists {

    /** No device is known: ports are named by the operating system's custom and never run out. */
    PortLists UNKNOWN = _ -> Optional.empty();

    /** The front ports in number order. */
    Optional<List<FrontPort>> of(ProfileRef device);
}
