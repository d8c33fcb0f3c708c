package io.heddle.bgp.speaker;

import io.heddle.bgp.rib.Rib;
import io.heddle.model.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The peers there are, by number and by address, and the ranges new ones may come from. Numbers of removed peers are used again. */
final class PeerTable {

    private final List<@Nullable Peer> byNumber = new ArrayList<>();
    private final List<DynamicPeers> ranges = new ArrayList<>();

    /** The number the next peer will have: none whose routes are still being removed. */
    int nextNumber(Rib rib) {
        for (int free = 0; free < byNumber.size(); free++) {
            if (byNumber.get(free) == null && !rib.holdsAny(free + 1)) {
                return free;
            }
        }
        return byNumber.size();
    }

    void add(Peer peer) {
        if (peer.number == byNumber.size()) {
            byNumber.add(peer);
        } else {
            byNumber.set(peer.number, peer);
        }
    }

    void remove(Peer peer) {
        byNumber.set(peer.number, null);
    }

    void add(DynamicPeers range) {
        ranges.add(range);
    }

    @Nullable
    Peer find(int number) {
        return number >= 0 && number < byNumber.size() ? byNumber.get(number) : null;
    }

    Peer get(int number) {
        Peer peer = find(number);
        if (peer == null) {
            throw new IllegalArgumentException("no peer " + number);
        }
        return peer;
    }

    /** In order of number. */
    List<Peer> all() {
        List<Peer> all = new ArrayList<>(byNumber.size());
        for (Peer each : byNumber) {
            if (each != null) {
                all.add(each);
            }
        }
        return all;
    }

    /** All numbers are below this. */
    int limit() {
        return byNumber.size();
    }

    @Nullable
    Peer at(IpAddress remote, String networkInterface) {
        for (Peer each : byNumber) {
            if (each != null && each.config().isAt(remote, networkInterface)) {
                return each;
            }
        }
        return null;
    }

    /** The range that takes a peer from there, if it has room. */
    Optional<DynamicPeers> rangeFor(IpAddress remote) {
        return ranges.stream()
                .filter(each -> each.matches(remote) && count(each) < each.most())
                .findFirst();
    }

    private long count(DynamicPeers range) {
        return byNumber.stream()
                .filter(Objects::nonNull)
                .filter(each -> each.dynamic
                        && range.matches(each.config().peer().transport().address()))
                .count();
    }
}
