package io.heddle.test.reference;

import io.heddle.model.net.Esi;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.VlanId;
import java.util.List;
import java.util.Optional;

/**
 * A host local to a switch.
 *
 * @param port the bridge port towards it
 * @param esi the Ethernet segment it is attached through, under multihoming
 * @param attached whether to this switch itself
 */
public record LocalHost(
        VlanId vlan, Mac mac, String port, List<IpAddress> addresses, Optional<Esi> esi, boolean attached) {}
