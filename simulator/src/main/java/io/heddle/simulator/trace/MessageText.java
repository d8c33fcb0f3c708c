package io.heddle.simulator.trace;

import io.heddle.bgp.wire.AddressFamilies;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.BgpMessage;
import io.heddle.bgp.wire.Decoded;
import io.heddle.bgp.wire.KeyedCursor;
import io.heddle.bgp.wire.KeyedNlri;
import io.heddle.bgp.wire.MessageCodec;
import io.heddle.bgp.wire.MessageFrame;
import io.heddle.bgp.wire.NlriRange;
import io.heddle.bgp.wire.PrefixCursor;
import io.heddle.bgp.wire.PrefixNlri;
import io.heddle.bgp.wire.SessionOptions;
import io.heddle.bgp.wire.UpdateView;
import io.heddle.evpn.route.EvpnFamily;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.List;

/** BGP messages in a few words. Single-threaded. */
final class MessageText {

    private static final int SHOWN = 4;

    private static final SessionOptions ANY = SessionOptions.of(
            true, AddressFamilyId.IPV4_UNICAST, AddressFamilyId.IPV6_UNICAST, AddressFamilyId.L2VPN_EVPN);

    private final UpdateView view = new UpdateView(AddressFamilies.UNICAST.with(EvpnFamily.CODEC));

    /** Each whole message in {@code bytes}, in order. */
    List<String> of(byte[] bytes) {
        List<String> texts = new ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            int length = MessageFrame.lengthOf(bytes, at, bytes.length, MessageFrame.MAX_EXTENDED_LENGTH);
            if (length <= 0) {
                throw new IllegalArgumentException("not whole messages: " + (bytes.length - at) + " octets are left");
            }
            texts.add(one(bytes, at, at + length));
            at += length;
        }
        return texts;
    }

    private String one(byte[] bytes, int from, int to) {
        return switch (MessageFrame.type(bytes, from)) {
            case MessageFrame.UPDATE -> update(bytes, from, to);
            case MessageFrame.KEEPALIVE -> "KEEPALIVE";
            default ->
                switch (MessageCodec.decode(bytes, from, to)) {
                    case Decoded.Ok<BgpMessage> ok -> kind(ok.value());
                    case Decoded.Malformed<BgpMessage> malformed -> "malformed: " + malformed.section();
                };
        };
    }

    private static String kind(BgpMessage message) {
        return switch (message) {
            case BgpMessage.Open open -> "OPEN " + open;
            case BgpMessage.Notification notification -> "NOTIFICATION " + notification;
            case BgpMessage.RouteRefresh refresh -> "ROUTE-REFRESH " + refresh;
            case BgpMessage.Keepalive _ -> "KEEPALIVE";
        };
    }

    private String update(byte[] bytes, int from, int to) {
        view.parse(bytes, from, to, ANY);
        List<String> announced = new ArrayList<>();
        list(view.announced(), announced);
        list(view.mpAnnounced(), announced);
        List<String> withdrawn = new ArrayList<>();
        list(view.withdrawn(), withdrawn);
        list(view.mpWithdrawn(), withdrawn);
        if (announced.isEmpty() && withdrawn.isEmpty()) {
            return "UPDATE end of RIB";
        }
        return "UPDATE"
                + (announced.isEmpty() ? "" : " announces " + some(announced))
                + (announced.isEmpty() || withdrawn.isEmpty() ? "" : ",")
                + (withdrawn.isEmpty() ? "" : " withdraws " + some(withdrawn));
    }

    private static String some(List<String> routes) {
        int more = routes.size() - SHOWN;
        return String.join(" ", routes.subList(0, Math.min(SHOWN, routes.size())))
                + (more > 0 ? " and " + more + " more" : "");
    }

    private static void list(NlriRange range, List<String> into) {
        switch (range.codec()) {
            case PrefixNlri prefixes -> {
                PrefixCursor cursor =
                        new PrefixCursor().over(prefixes, range.bytes(), range.from(), range.to(), range.addPath());
                while (cursor.next()) {
                    IpAddress address = prefixes == PrefixNlri.IPV4
                            ? IpAddress.v4(cursor.low() & 0xFFFF_FFFFL)
                            : IpAddress.v6(cursor.high(), cursor.low());
                    into.add(new Prefix(address, cursor.length()).toString());
                }
            }
            case KeyedNlri keyed -> {
                KeyedCursor cursor = keyed.cursor();
                cursor.over(range.bytes(), range.from(), range.to(), range.addPath());
                while (cursor.next()) {
                    into.add("evpn-type-" + cursor.key()[0]);
                }
            }
            case null -> {}
        }
    }
}
