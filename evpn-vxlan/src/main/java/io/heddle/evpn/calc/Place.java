package io.heddle.evpn.calc;

import java.util.Set;

/** Where a MAC was when a switch stopped listening to routes of it. */
sealed interface Place {

    /** Behind own ports. */
    record Here() implements Place {}

    /** Announced by these. */
    record There(Set<Vtep> vteps) implements Place {}
}
