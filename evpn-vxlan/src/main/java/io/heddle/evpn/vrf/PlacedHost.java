package io.heddle.evpn.vrf;

import io.heddle.model.fabric.DeviceName;

/** A host and the device it is behind: the switch that announces it, or its node. An MLAG pair goes by one name. */
public record PlacedHost(DeviceName at, VtepHost host) {}
