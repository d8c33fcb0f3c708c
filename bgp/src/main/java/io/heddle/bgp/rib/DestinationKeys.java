package io.heddle.bgp.rib;

import io.heddle.bgp.attribute.Octets;
import io.heddle.bgp.wire.UpdateEncoder;
import io.heddle.model.net.Prefix;
import java.util.Optional;

/**
 * The destinations of one address family: numbers for NLRI keys, found by hashing. Numbers are dense, handed out in order of arrival
 * and reused once freed, so that what is known about a destination sits in arrays. Single-threaded.
 */
abstract sealed class DestinationKeys permits PrefixKeys, ByteKeys {

    static final int NONE = -1;

    final FreeNumbers numbers = new FreeNumbers();

    /** Forgets a key; its number may be handed out again. */
    abstract void remove(int destination);

    /**
     * Appends the NLRI to the message that is being written; false if it is full.
     *
     * @param payload what the NLRI carries besides its key
     */
    abstract boolean put(int destination, Octets payload, int pathId, UpdateEncoder out);

    /** All numbers are below this. */
    final int limit() {
        return numbers.limit();
    }

    /** How many keys there are. */
    final int size() {
        return numbers.size();
    }

    /** The key as a prefix, in families whose keys are prefixes. */
    abstract Optional<Prefix> prefix(int destination);

    /** The key as bytes, in families whose keys are not prefixes; otherwise empty. */
    abstract Octets bytes(int destination);

    /** For people. */
    abstract String text(int destination);
}
