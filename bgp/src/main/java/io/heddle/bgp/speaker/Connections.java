package io.heddle.bgp.speaker;

import io.heddle.model.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The connections there are, by number. Numbers are used again once the driver has said that a connection is gone. */
final class Connections {

    private final List<@Nullable Connection> byNumber = new ArrayList<>();

    Connection open(Peer peer, IpAddress remote, IpAddress local, long now) {
        int number = byNumber.indexOf(null);
        if (number < 0) {
            number = byNumber.size();
            byNumber.add(null);
        }
        Connection connection = new Connection(number, peer, remote, local, now);
        byNumber.set(number, connection);
        return connection;
    }

    @Nullable
    Connection get(int number) {
        return number >= 0 && number < byNumber.size() ? byNumber.get(number) : null;
    }

    void forget(int number) {
        byNumber.set(number, null);
    }
}
