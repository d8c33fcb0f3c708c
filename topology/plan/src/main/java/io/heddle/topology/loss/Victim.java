package io.heddle.topology.loss;

import io.heddle.model.fabric.DeviceName;
import java.util.List;

/**
 * A device that loses connectivity. If a network falls apart, those outside its larger part are the victims, not everybody.
 *
 * @param device a node, or a switch that is managed over the network
 * @param peersBefore other members it reached
 * @param peersAfter other members it still reaches
 * @param lostExits external routers it reached and no longer does, where no other router in reach announces the same
 */
public record Victim(DeviceName device, int peersBefore, int peersAfter, List<DeviceName> lostExits) {

    public Victim {
        lostExits = List.copyOf(lostExits);
    }

    /** Reaches nobody any more. */
    public boolean cutOff() {
        return peersBefore > 0 && peersAfter == 0;
    }
}
