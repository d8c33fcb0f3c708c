package io.heddle.scenarios.html;

import io.heddle.model.device.DeviceProfile;

/** Devices as a buyer knows them. */
final class Devices {

    private Devices() {}

    /** {@code Dell PowerSwitch S5248F-ON, Broadcom Trident 3, os10, profile default}. */
    static String text(DeviceProfile profile) {
        String hardware = profile.hardware().vendor() + " " + profile.hardware().model();
        return hardware + ", " + profile.hardware().asic() + ", "
                + profile.ref().os() + ", profile " + profile.ref().profile();
    }
}
