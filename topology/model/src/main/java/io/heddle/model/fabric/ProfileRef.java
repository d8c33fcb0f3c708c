package io.heddle.model.fabric;

/**
 * Names a row of the device catalogue: device × network operating system × forwarding-table profile, for example
 * {@code dell-s5248f / os10 / default}.
 */
public record ProfileRef(String device, String os, String profile) {

    public ProfileRef {
        if (device.isBlank() || os.isBlank() || profile.isBlank()) {
            throw new IllegalArgumentException("device, os and profile must all be named, found '" + device + "', '"
                    + os + "', '" + profile + "'");
        }
    }

    @Override
    public String toString() {
        return device + "/" + os + "/" + profile;
    }
}
