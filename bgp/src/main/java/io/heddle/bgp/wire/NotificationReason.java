package io.heddle.bgp.wire;

import java.util.Optional;

/** Error codes and subcodes by name (RFC 4271 section 4.5 and the RFCs that added to it). Subcode 0 is "unspecific". */
public enum NotificationReason {
    CONNECTION_NOT_SYNCHRONIZED(1, 1, "connection not synchronized"),
    BAD_MESSAGE_LENGTH(1, 2, "bad message length"),
    BAD_MESSAGE_TYPE(1, 3, "bad message type"),

    OPEN_ERROR(2, 0, "error in OPEN"),
    UNSUPPORTED_VERSION(2, 1, "unsupported version number"),
    BAD_PEER_AS(2, 2, "bad peer AS"),
    BAD_BGP_IDENTIFIER(2, 3, "bad BGP identifier"),
    UNSUPPORTED_OPTIONAL_PARAMETER(2, 4, "unsupported optional parameter"),
    UNACCEPTABLE_HOLD_TIME(2, 6, "unacceptable hold time"),
    /** RFC 5492 section 5. */
    UNSUPPORTED_CAPABILITY(2, 7, "unsupported capability"),
    /** RFC 9234 section 4.2. */
    ROLE_MISMATCH(2, 11, "role mismatch"),

    UPDATE_ERROR(3, 0, "error in UPDATE"),
    MALFORMED_ATTRIBUTE_LIST(3, 1, "malformed attribute list"),
    UNRECOGNIZED_WELL_KNOWN_ATTRIBUTE(3, 2, "unrecognized well-known attribute"),
    MISSING_WELL_KNOWN_ATTRIBUTE(3, 3, "missing well-known attribute"),
    ATTRIBUTE_FLAGS_ERROR(3, 4, "attribute flags error"),
    ATTRIBUTE_LENGTH_ERROR(3, 5, "attribute length error"),
    INVALID_ORIGIN(3, 6, "invalid ORIGIN"),
    INVALID_NEXT_HOP(3, 8, "invalid NEXT_HOP"),
    OPTIONAL_ATTRIBUTE_ERROR(3, 9, "optional attribute error"),
    INVALID_NETWORK_FIELD(3, 10, "invalid network field"),
    MALFORMED_AS_PATH(3, 11, "malformed AS_PATH"),

    HOLD_TIMER_EXPIRED(4, 0, "hold timer expired"),

    FSM_ERROR(5, 0, "finite state machine error"),
    /** RFC 6608 section 3, with the two that follow. */
    UNEXPECTED_IN_OPEN_SENT(5, 1, "unexpected message in OpenSent"),
    UNEXPECTED_IN_OPEN_CONFIRM(5, 2, "unexpected message in OpenConfirm"),
    UNEXPECTED_IN_ESTABLISHED(5, 3, "unexpected message in Established"),

    /** RFC 4486 section 3, with those that follow. */
    MAXIMUM_PREFIXES_REACHED(6, 1, "maximum number of prefixes reached"),
    ADMINISTRATIVE_SHUTDOWN(6, 2, "administrative shutdown"),
    PEER_DECONFIGURED(6, 3, "peer de-configured"),
    ADMINISTRATIVE_RESET(6, 4, "administrative reset"),
    CONNECTION_REJECTED(6, 5, "connection rejected"),
    OTHER_CONFIGURATION_CHANGE(6, 6, "other configuration change"),
    CONNECTION_COLLISION_RESOLUTION(6, 7, "connection collision resolution"),
    OUT_OF_RESOURCES(6, 8, "out of resources"),
    /** RFC 8538 section 3. */
    HARD_RESET(6, 9, "hard reset"),
    /** RFC 9384 section 3. */
    BFD_DOWN(6, 10, "BFD down"),

    /** RFC 7313 section 5. */
    INVALID_ROUTE_REFRESH_LENGTH(7, 1, "invalid ROUTE-REFRESH length"),

    /** RFC 9687 section 4. */
    SEND_HOLD_TIMER_EXPIRED(8, 0, "send hold timer expired");

    private final int code;
    private final int subcode;
    private final String text;

    NotificationReason(int code, int subcode, String text) {
        this.code = code;
        this.subcode = subcode;
        this.text = text;
    }

    public int code() {
        return code;
    }

    public int subcode() {
        return subcode;
    }

    /** In words, for people. */
    public String text() {
        return text;
    }

    static Optional<NotificationReason> of(int code, int subcode) {
        for (NotificationReason each : values()) {
            if (each.code == code && each.subcode == subcode) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
