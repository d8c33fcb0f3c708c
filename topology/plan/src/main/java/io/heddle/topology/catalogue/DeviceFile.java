package io.heddle.topology.catalogue;

import io.heddle.model.device.DeviceProfile;
import java.util.List;

/** What a file of {@code heddle: device/1} holds: other names of the device, and its rows. */
record DeviceFile(List<String> aliases, List<DeviceProfile> rows) {}
