package io.heddle.test.reference;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.VlanId;
import java.util.NavigableSet;

/** Whoever speaks on a VLAN: a node's interface or a bridged pod (rule 1.4). */
record Host(VlanId vlan, Mac mac, DeviceName node, NavigableSet<IpAddress> addresses) {}
