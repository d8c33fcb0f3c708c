package io.heddle.bgp.wire;

import io.heddle.bgp.attribute.Octets;

/** What became of bytes that were read: a value, or what is wrong with them. */
public sealed interface Decoded<T> {

    record Ok<T>(T value) implements Decoded<T> {}

    /**
     * Refused.
     *
     * @param data the data field of the NOTIFICATION, as the section says
     * @param section the RFC and section that refuses it
     */
    record Malformed<T>(NotificationReason reason, Octets data, String section) implements Decoded<T> {

        public BgpMessage.Notification notification() {
            return BgpMessage.Notification.of(reason, data);
        }
    }
}
