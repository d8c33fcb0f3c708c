package io.heddle.bgp.wire;

import io.heddle.bgp.attribute.Octets;

/**
 * What is wrong with an attribute, and what follows.
 *
 * @param attribute its type
 * @param reason what a NOTIFICATION would say, or says
 * @param data the data field of that NOTIFICATION (RFC 4271 section 6.3)
 * @param section the RFC and section that asks for the action
 */
public record AttributeFault(int attribute, Action action, NotificationReason reason, Octets data, String section) {

    /** RFC 7606 section 2, mildest first. AFI/SAFI disable is not used: where it would be allowed the session is reset. */
    public enum Action {
        /** The attribute is dropped, the routes stand. */
        DISCARD_ATTRIBUTE,
        /** The routes of the message count as withdrawn. */
        TREAT_AS_WITHDRAW,
        /** The NOTIFICATION is sent. */
        RESET_SESSION
    }

    public BgpMessage.Notification notification() {
        return BgpMessage.Notification.of(reason, data);
    }
}
