package io.heddle.bgp.bfd;

/**
 * The mandatory section of a control packet (RFC 5880 section 4.1), version 1.
 *
 * <pre>
 *    0                   1                   2                   3
 *   |Vers |  Diag   |Sta|P|F|C|A|D|M|  Detect Mult  |    Length     |
 *   |                       My Discriminator                        |
 *   |                      Your Discriminator                       |
 *   |                    Desired Min TX Interval                    |
 *   |                   Required Min RX Interval                    |
 *   |                 Required Min Echo RX Interval                 |
 * </pre>
 *
 * @param independent C: what answers does not share fate with the control plane
 * @param demand D: the sender wants no periodic packets
 * @param detectMultiplier 1..255
 * @param mine discriminator of the sender, as 32 unsigned bits; not 0
 * @param yours discriminator the sender has got from the receiver, or 0
 * @param desiredMinTx microseconds, 32 unsigned bits, as are the next two
 */
public record BfdPacket(
        BfdDiagnostic diagnostic,
        BfdState state,
        boolean poll,
        boolean fin,
        boolean independent,
        boolean demand,
        int detectMultiplier,
        int mine,
        int yours,
        long desiredMinTx,
        long requiredMinRx,
        long requiredMinEchoRx) {

    private static final long MAX = 0xFFFF_FFFFL;

    public BfdPacket {
        if (detectMultiplier < 1 || detectMultiplier > 255) {
            throw new IllegalArgumentException("detect multiplier " + detectMultiplier + " is not 1..255");
        }
        if (mine == 0) {
            throw new IllegalArgumentException("my discriminator is 0 (RFC 5880 section 4.1)");
        }
        if ((desiredMinTx | requiredMinRx | requiredMinEchoRx) >>> 32 != 0) {
            throw new IllegalArgumentException("an interval is not 0.." + MAX + " microseconds");
        }
    }
}
