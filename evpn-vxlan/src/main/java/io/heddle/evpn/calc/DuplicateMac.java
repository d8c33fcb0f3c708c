package io.heddle.evpn.calc;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Mac;
import io.heddle.model.net.VlanId;

/** A MAC that two hosts use, as the switch at which it moved to and fro sees it. */
public record DuplicateMac(DeviceName at, VlanId vlan, Mac mac) {}
