package io.heddle.bgp.rib;

import io.heddle.bgp.attribute.Octets;
import io.heddle.bgp.wire.UpdateEncoder;
import io.heddle.model.net.Prefix;
import java.util.Optional;

/**
 * The destinations of one address family: numbers for NLRI keys, found by hashing. Numbers are dense, handed out in order of arrival
 * and reused once freed, so that what is known about a destination sits in arrays. Single-threaded.
 */
abstract sealed class DestinationKeys permits Ipv4Keys, Ipv6Keys, ByteKeys {

    static final int NONE = -1;

    /** Forgets a key; its number may be handed out again. */
    abstract void remove(int destination);

    /**
     * Appends the NLRI to the message that is being written; false if it is full.
     *
     * @param payload what the NLRI carries besides its key
     */
    abstract boolean put(int destination, Octets payload, int pathId, UpdateEncoder out);

    /** All numbers are below this. */
    abstract int limit();

    /** How many keys there are. */
    abstract int size();

    /** The key as a prefix, in families whose keys are prefixes. */
    abstract Optional<Prefix> prefix(int destination);

    /** The key as bytes, in families whose keys are not prefixes; otherwise empty. */
    abstract Octets bytes(int destination);

    /** For people. */
    abstract String text(int destination);
}
