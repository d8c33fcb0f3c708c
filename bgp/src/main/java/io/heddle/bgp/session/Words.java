package io.heddle.bgp.session;

import io.heddle.bgp.wire.BgpMessage.Notification;
import io.heddle.bgp.wire.NotificationReason;

/** NOTIFICATIONs in words, for reasons. */
final class Words {

    private Words() {}

    static String of(Notification notification) {
        String name = notification.reason().map(NotificationReason::text).orElse("unknown error");
        String numbers = " (" + notification.code() + "/" + notification.subcode() + ")";
        String inner = notification
                .inHardReset()
                .map(Words::of)
                .map(text -> ": " + text)
                .orElse("");
        return name
                + numbers
                + inner
                + notification.text().map(text -> ": " + text).orElse("");
    }
}
