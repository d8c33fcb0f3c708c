package io.heddle.bgp.session;

import io.heddle.bgp.attribute.Octets;
import io.heddle.bgp.wire.BgpMessage;
import io.heddle.bgp.wire.BgpMessage.Notification;
import io.heddle.bgp.wire.NotificationReason;

/** What came in on a connection, as the states look at it. */
sealed interface Incoming {

    record Open(BgpMessage.Open open) implements Incoming {}

    record Keepalive() implements Incoming {}

    record Update() implements Incoming {}

    record Refresh() implements Incoming {}

    record Notified(Notification notification) implements Incoming {}

    /** Something malformed, and what it is to be answered with. */
    record Broken(Notification answer) implements Incoming {}

    static Incoming of(BgpMessage message) {
        return switch (message) {
            case BgpMessage.Open open -> new Open(open);
            case BgpMessage.Keepalive _ -> new Keepalive();
            case BgpMessage.Notification notification -> new Notified(notification);
            case BgpMessage.RouteRefresh _ -> new Refresh();
        };
    }

    /** The type octet of RFC 4271 section 4.1. */
    private int type() {
        return switch (this) {
            case Open _ -> 1;
            case Update _ -> 2;
            case Notified _ -> 3;
            case Keepalive _ -> 4;
            case Refresh _ -> 5;
            case Broken _ -> 0;
        };
    }

    /** RFC 6608 section 4: the data is the type of the message that was not expected. */
    default Notification unexpected(NotificationReason reason) {
        return Notification.of(reason, Octets.of((byte) type()));
    }

    /** In words. */
    default String text() {
        return switch (this) {
            case Open _ -> "OPEN";
            case Update _ -> "UPDATE";
            case Notified _ -> "NOTIFICATION";
            case Keepalive _ -> "KEEPALIVE";
            case Refresh _ -> "ROUTE-REFRESH";
            case Broken broken -> "malformed message, " + Words.of(broken.answer());
        };
    }
}
