package io.heddle.bgp.speaker;

import io.heddle.bgp.session.Negotiated;
import io.heddle.bgp.wire.BgpMessage;
import io.heddle.model.net.IpAddress;

/**
 * Told of messages from within the speaker's calls, for monitoring: it must only note what it hears. Connections are named by their
 * numbers, which are used again.
 */
public interface WireWatcher {

    /** One whole message came, before it is judged; the bytes are the speaker's own afterwards. */
    void received(int connection, byte[] in, int from, int to);

    /** A message other than an UPDATE is on its way out. */
    void said(int connection, BgpMessage message);

    /** A session is established on a connection, or was when the watcher came. */
    void up(int peer, int connection, IpAddress local, IpAddress remote, Negotiated agreed);

    /** A session is no longer established; what was received or said last is why. */
    void down(int peer);
}
