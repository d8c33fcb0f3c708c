package io.heddle.bgp.session;

/** Capabilities that are announced unless they are switched off towards a peer that mistreats them. */
public enum Feature {
    /** RFC 6793. */
    FOUR_OCTET_AS,
    /** RFC 2918. */
    ROUTE_REFRESH,
    /** RFC 7313. */
    ENHANCED_ROUTE_REFRESH,
    /** RFC 8654. */
    EXTENDED_MESSAGES
}
