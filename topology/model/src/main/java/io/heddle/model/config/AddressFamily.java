package io.heddle.model.config;

/** Multiprotocol BGP address families (RFC 4760; EVPN by RFC 7432). */
public enum AddressFamily {
    IPV4_UNICAST,
    IPV6_UNICAST,
    L2VPN_EVPN
}
