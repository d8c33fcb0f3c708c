package io.heddle.bgp.wire;

/**
 * How the NLRI of an address family look on the wire. {@link PrefixNlri} for the unicast families, whose prefixes are numbers;
 * {@link KeyedNlri} for the others, whose NLRI are bytes to the speaker.
 */
public sealed interface NlriCodec permits PrefixNlri, KeyedNlri {

    /** Answer of {@link #faultIn}. */
    int NO_FAULT = -1;

    /** Octets of a path identifier (RFC 7911 section 3). */
    int PATH_ID_LENGTH = 4;

    AddressFamilyId family();

    /**
     * The position of the first NLRI in {@code in[from..to)} that is malformed, or {@link #NO_FAULT}. Cursors are only moved over ranges
     * without faults.
     *
     * @param addPath each NLRI begins with a path identifier of four octets (RFC 7911 section 3)
     */
    int faultIn(byte[] in, int from, int to, boolean addPath);
}
