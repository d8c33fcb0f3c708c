package io.heddle.simulator.event;

import io.heddle.bgp.wire.AddressFamilies;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.MessageFrame;
import io.heddle.bgp.wire.NlriRange;
import io.heddle.bgp.wire.PrefixCursor;
import io.heddle.bgp.wire.PrefixNlri;
import io.heddle.bgp.wire.SessionOptions;
import io.heddle.bgp.wire.UpdateView;
import io.heddle.evpn.route.EvpnFamily;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;

/** How many routes messages stand for besides those that are in them, where prefixes travel in groups. Single-threaded. */
final class Weights {

    private static final SessionOptions ANY = SessionOptions.of(
            true, AddressFamilyId.IPV4_UNICAST, AddressFamilyId.IPV6_UNICAST, AddressFamilyId.L2VPN_EVPN);

    private final Groups groups;
    private final UpdateView view = new UpdateView(AddressFamilies.UNICAST.with(EvpnFamily.CODEC));
    private final PrefixCursor cursor = new PrefixCursor();
    private long announced;
    private long withdrawn;

    Weights(Groups groups) {
        this.groups = groups;
    }

    /** Looks at the whole messages that a speaker is about to take. */
    void weigh(byte[] bytes) {
        announced = 0;
        withdrawn = 0;
        if (groups.isEmpty()) {
            return;
        }
        for (int at = 0; at < bytes.length; ) {
            int length = MessageFrame.lengthOf(bytes, at, bytes.length, MessageFrame.MAX_EXTENDED_LENGTH);
            if (length <= 0) {
                throw new IllegalArgumentException("not whole messages: " + (bytes.length - at) + " octets are left");
            }
            if (MessageFrame.type(bytes, at) == MessageFrame.UPDATE) {
                view.parse(bytes, at, at + length, ANY);
                announced += more(view.announced()) + more(view.mpAnnounced());
                withdrawn += more(view.withdrawn()) + more(view.mpWithdrawn());
            }
            at += length;
        }
    }

    /** Routes announced in the messages last looked at, besides those in them. */
    long announced() {
        return announced;
    }

    long withdrawn() {
        return withdrawn;
    }

    private long more(NlriRange range) {
        if (range.isEmpty() || !(range.codec() instanceof PrefixNlri prefixes)) {
            return 0;
        }
        long more = 0;
        cursor.over(prefixes, range.bytes(), range.from(), range.to(), range.addPath());
        while (cursor.next()) {
            IpAddress address = prefixes == PrefixNlri.IPV4
                    ? IpAddress.v4(cursor.low() & 0xFFFF_FFFFL)
                    : IpAddress.v6(cursor.high(), cursor.low());
            more += groups.of(new Prefix(address, cursor.length())).size() - 1;
        }
        return more;
    }
}
