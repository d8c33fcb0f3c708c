package io.heddle.bgp.wire;

/** Walks over NLRI that have bytes as keys, without an object per NLRI. The arrays are the cursor's own and hold until the next step. */
public interface KeyedCursor {

    /** Starts on a range that {@link NlriCodec#faultIn} found no fault in. */
    void over(byte[] in, int from, int to, boolean addPath);

    /** Steps to the next NLRI; those of an unknown kind that are to be ignored are stepped over. */
    boolean next();

    /** The path identifier, 0 without add-path. */
    int pathId();

    /** The key stands from 0 to {@link #keyLength}. */
    byte[] key();

    int keyLength();

    /** The payload stands from 0 to {@link #payloadLength}. */
    byte[] payload();

    int payloadLength();
}
