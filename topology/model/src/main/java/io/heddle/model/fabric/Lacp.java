package io.heddle.model.fabric;

/**
 * How a bond negotiates (IEEE 802.1AX).
 *
 * @param fast PDUs every second, loss seen after 3 s; slow is 30 s and 90 s
 * @param fallback a member forwards alone while no partner answers, so that a node can boot by PXE before its bond exists
 */
public record Lacp(boolean fast, boolean fallback) {

    /** 802.3ad as the reference racks set it: fast, no fallback. */
    public static final Lacp FAST = new Lacp(true, false);
}
