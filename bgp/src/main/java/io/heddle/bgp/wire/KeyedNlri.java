package io.heddle.bgp.wire;

/**
 * NLRI of a family whose keys are bytes: what identifies the route is its key, the rest (labels, for example) its payload.
 * Implemented by the family, used by the speaker.
 */
public non-sealed interface KeyedNlri extends NlriCodec {

    /** A new cursor; its owner uses it again and again. */
    KeyedCursor cursor();

    /**
     * Writes one NLRI, without path identifier, and returns its end, or -1 if {@code limit} comes first.
     *
     * @param key {@code key[keyFrom..keyTo)} as the cursor gave it; the payload likewise, empty in a withdrawal
     */
    int encode(
            byte[] key,
            int keyFrom,
            int keyTo,
            byte[] payload,
            int payloadFrom,
            int payloadTo,
            byte[] out,
            int at,
            int limit);
}
