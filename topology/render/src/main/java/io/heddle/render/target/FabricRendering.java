package io.heddle.render.target;

import java.util.List;

/**
 * A fabric for one target.
 *
 * @param devices in the fabric's order, switches first
 * @param passedOver devices that the target is not for
 */
public record FabricRendering(Target target, List<DeviceRendering> devices, List<PassedOver> passedOver) {

    /**
     * Devices without files.
     *
     * @param devices what they are and how many, such as {@code 14 nodes}
     */
    public record PassedOver(String devices, String reason) {}

    public FabricRendering {
        devices = List.copyOf(devices);
        passedOver = List.copyOf(passedOver);
    }
}
