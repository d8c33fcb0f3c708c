package io.heddle.evpn.calc;

import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import java.util.List;

/** A host behind a switch's own ports. */
record LocalHost(int at, int vlan, Mac mac, String port, List<IpAddress> addresses, long rank) {}
