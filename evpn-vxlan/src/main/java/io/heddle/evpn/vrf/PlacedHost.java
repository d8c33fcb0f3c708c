package io.heddle.evpn.vrf;

import io.heddle.model.fabric.DeviceName;

/** A host and the switch that announces it. */
public record PlacedHost(DeviceName at, VtepHost host) {}
