package io.heddle.simulator.event;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.simulator.stable.Premises;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a device knows of what is around it: the fabric as it sees it, and its sessions. Single-threaded. */
final class Neighborhood {

    private final DeviceName device;
    private final Environment environment;
    private final List<Peering.Side> sides = new ArrayList<>();
    private final Map<Integer, Peering.Side> byPeer = new HashMap<>();
    private @Nullable Premises premises;

    Neighborhood(DeviceName device, Environment environment) {
        this.device = device;
        this.environment = environment;
    }

    /** Its sides of all its sessions. */
    List<Peering.Side> sides() {
        return sides;
    }

    /** The number that the speaker gave to the other side of a session. */
    void peerIs(Peering.Side side, int number) {
        side.peerNumber = number;
        byPeer.put(number, side);
    }

    /** The speaker is gone, and its numbers with it. */
    void forgetPeers() {
        byPeer.clear();
        sides.forEach(each -> {
            each.peerNumber = -1;
            each.established = false;
        });
    }

    /** It sees the fabric so from now on; null if it has no power. */
    void see(@Nullable Premises seen) {
        premises = seen;
    }

    /** What the device knows of the fabric. */
    @Nullable
    Premises premises() {
        return premises;
    }

    /** The session with a peer of the speaker, by its number. */
    Peering.@Nullable Side withPeer(int number) {
        return byPeer.get(number);
    }

    /** The session that has an address, if any. */
    Peering.@Nullable Side at(IpAddress address) {
        return environment.sideAt(address);
    }

    /** The node that a controller means by a next hop, if it is one of theirs. */
    @Nullable
    DeviceName nodeAt(IpAddress nextHop) {
        return environment.nodeAt(device, nextHop);
    }

    /** Whether controllers tell it routes. */
    boolean isTold() {
        return sides.stream().anyMatch(each -> each.told);
    }

    /** Whether next hops of what it hears may be of third parties. */
    boolean looksAtNextHops() {
        return sides.stream().anyMatch(each -> each.isInternal() || each.told);
    }
}
