package io.heddle.model.fabric;

import io.heddle.model.net.Esi;

/** A node's bond towards several leafs, held together by EVPN multihoming instead of MLAG (RFC 7432 section 5). */
public record EthernetSegment(Esi esi, DeviceName node, BondName bond) {}
