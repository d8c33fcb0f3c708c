package io.heddle.simulator.walk;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.VlanId;

/** A packet at a device, and what the device is about to do with it. */
public sealed interface Position {

    DeviceName device();

    Packet packet();

    /** A pod's packet in its node. */
    record Leaving(DeviceName device, Packet packet) implements Position {}

    /** A frame in a switch's bridge. */
    record Bridging(DeviceName device, VlanId vlan, Frame frame, Packet packet) implements Position {}

    /** A packet that a switch looks up in its routes. */
    record Routing(DeviceName device, VrfName vrf, Packet packet) implements Position {}

    /** Come to a node or external router. */
    record Entering(DeviceName device, Packet packet) implements Position {}

    /** Sent by an entry to where nothing takes it: one of several next hops may be like that while the others deliver. */
    record Dropped(DeviceName device, Packet packet, String reason) implements Position {}
}
