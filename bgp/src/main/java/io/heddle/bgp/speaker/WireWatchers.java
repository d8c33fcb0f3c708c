package io.heddle.bgp.speaker;

import io.heddle.bgp.session.Negotiated;
import io.heddle.bgp.wire.BgpMessage;
import io.heddle.model.net.IpAddress;
import java.util.ArrayList;
import java.util.List;

/** Everybody who listens to the messages of a speaker, in the order in which they came. */
final class WireWatchers implements WireWatcher {

    private final List<WireWatcher> all = new ArrayList<>(0);

    void add(WireWatcher watcher) {
        all.add(watcher);
    }

    void remove(WireWatcher watcher) {
        all.remove(watcher);
    }

    @Override
    public void received(int connection, byte[] in, int from, int to) {
        for (int i = 0; i < all.size(); i++) {
            all.get(i).received(connection, in, from, to);
        }
    }

    @Override
    public void said(int connection, BgpMessage message) {
        all.forEach(each -> each.said(connection, message));
    }

    @Override
    public void up(int peer, int connection, IpAddress local, IpAddress remote, Negotiated agreed) {
        all.forEach(each -> each.up(peer, connection, local, remote, agreed));
    }

    @Override
    public void down(int peer) {
        all.forEach(each -> each.down(peer));
    }
}
