package io.heddle.topology.loss;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Bandwidth;

/** What a node's in-band ports can carry, before and after. */
public record BandwidthLoss(DeviceName node, Bandwidth before, Bandwidth after) {

    /** The share left, 0 to 1. */
    public double share() {
        return (double) after.bitsPerSecond() / before.bitsPerSecond();
    }
}
