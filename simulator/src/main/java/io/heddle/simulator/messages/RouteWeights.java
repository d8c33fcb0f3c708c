package io.heddle.simulator.messages;

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
import java.util.function.ToIntFunction;

/** How many routes messages stand for besides those that are in them, where a prefix stands for several. Single-threaded. */
public final class RouteWeights {

    private static final SessionOptions ANY = SessionOptions.of(
            true, AddressFamilyId.IPV4_UNICAST, AddressFamilyId.IPV6_UNICAST, AddressFamilyId.L2VPN_EVPN);

    private final ToIntFunction<Prefix> weight;
    private final boolean allOne;
    private final UpdateView view = new UpdateView(AddressFamilies.UNICAST.with(EvpnFamily.CODEC));
    private final PrefixCursor cursor = new PrefixCursor();
    private long announced;
    private long withdrawn;

    private RouteWeights(ToIntFunction<Prefix> weight, boolean allOne) {
        this.weight = weight;
        this.allOne = allOne;
    }

    /** Every prefix stands for itself alone: nothing is looked at. */
    public static RouteWeights one() {
        return new RouteWeights(_ -> 1, true);
    }

    /** A prefix stands for so many, itself among them. */
    public static RouteWeights of(ToIntFunction<Prefix> weight) {
        return new RouteWeights(weight, false);
    }

    /** Looks at the whole messages that a speaker is about to take. */
    public void weigh(byte[] bytes) {
        announced = 0;
        withdrawn = 0;
        if (allOne) {
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
    public long announced() {
        return announced;
    }

    public long withdrawn() {
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
            more += weight.applyAsInt(new Prefix(address, cursor.length())) - 1;
        }
        return more;
    }
}
