package io.heddle.simulator.event;

import io.heddle.evpn.community.EvpnCommunity.MacMobility;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Mac;
import java.util.HashMap;
import java.util.Map;

/**
 * Where a MAC that is or was on several nodes spoke last: the sequence that its leafs announce it with grows each time it turns up
 * elsewhere (RFC 7432 section 15). A pod speaks once, when it starts or has moved; so of two with one MAC that which started last is heard.
 * Single-threaded.
 */
final class Spoken {

    private record At(Mac mac, DeviceName node) {}

    private final Map<Mac, Long> latest = new HashMap<>();
    private final Map<At, Long> sequences = new HashMap<>();

    /** Whether no MAC ever was on two nodes. */
    boolean isEmpty() {
        return sequences.isEmpty();
    }

    /** A MAC that was on another node speaks on this one. */
    void elsewhere(Mac mac, DeviceName node) {
        sequences.put(new At(mac, node), latest.merge(mac, 1L, Long::sum));
    }

    MacMobility mobility(Mac mac, DeviceName node) {
        long sequence = sequences.isEmpty() ? 0 : sequences.getOrDefault(new At(mac, node), 0L);
        return sequence == 0 ? MacMobility.NEVER : new MacMobility(sequence, false);
    }
}
