package io.heddle.lab.run;

import io.heddle.model.fabric.DeviceName;

/**
 * How a router is.
 *
 * @param daemons how many of those started are alive
 * @param sessions BGP neighbours configured in the default VRF
 * @param established of those
 */
public record RouterStatus(DeviceName device, int daemons, int sessions, int established) {}
