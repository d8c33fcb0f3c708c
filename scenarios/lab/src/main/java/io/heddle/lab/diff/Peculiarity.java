package io.heddle.lab.diff;

import java.util.Locale;

/**
 * A known reason why a held entry is not the one computed. Each has a line in {@code exclusions.txt} that says what and why, and a
 * strict condition in {@link Exclusions}: whatever differs in any other way is a difference.
 */
public enum Peculiarity {
    NEIGHBOR_IS_A_SWITCH,
    TUNNEL_OF_A_LOST_SUBNET,
    ETHERNET_SEGMENT,
    ONE_MEMBER_SPEAKS,
    ADDRESS_OUTSIDE_ITS_SUBNET,
    IPV6_LEGS_WITHOUT_GATEWAY,
    SUBNET_WITHOUT_CARRIER;

    /** Its name in {@code exclusions.txt}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
