package io.heddle.simulator.walk;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Mac;

/** Whom an Ethernet frame is for. */
public sealed interface Frame {

    record Host(Mac mac) implements Frame {}

    /** The anycast gateway: any switch with a VLAN interface takes it. */
    record Gateway() implements Frame {}

    /** One switch's own address on the VLAN. */
    record Router(DeviceName device) implements Frame {}
}
