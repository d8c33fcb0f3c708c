package io.heddle.controller.core.announce;

import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Vni;

/** A MAC and the VTEP that somebody says it is at. */
public record HostOrigin(Mac mac, Vni vni, IpAddress vtep) {}
