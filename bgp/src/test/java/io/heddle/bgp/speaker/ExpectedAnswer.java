package io.heddle.bgp.speaker;

import io.heddle.bgp.session.SessionState;
import io.heddle.bgp.wire.BgpMessage;
import io.heddle.bgp.wire.Decoded;
import io.heddle.bgp.wire.Judgement;
import io.heddle.bgp.wire.MessageCodec;
import io.heddle.bgp.wire.MessageFrame;
import io.heddle.bgp.wire.NotificationReason;
import io.heddle.bgp.wire.SessionOptions;

/** What RFC 4271 section 6 and 8.2.2, RFC 6608 and RFC 7606 have a speaker answer to a message, by state. */
sealed interface ExpectedAnswer {

    /** The session goes on, or comes up. */
    record GoesOn() implements ExpectedAnswer {}

    /** The session ends without a word. */
    record Ends() implements ExpectedAnswer {}

    /** The session ends with this, its data looked at or not. */
    record Notifies(BgpMessage.Notification notification, boolean withData) implements ExpectedAnswer {}

    /** An OPEN that can be read: accepted, or refused by what was not agreed on (RFC 4271 section 6.2). */
    record GoesOnOrRefusesOpen() implements ExpectedAnswer {}

    static ExpectedAnswer to(byte[] message, SessionState.OnConnection state, SessionOptions options) {
        int maxLength =
                state instanceof SessionState.OpenSent ? MessageFrame.MAX_LENGTH : MessageFrame.MAX_EXTENDED_LENGTH;
        if (MessageFrame.lengthOf(message, 0, message.length, maxLength) == MessageFrame.FAULTY) {
            return new Notifies(MessageFrame.fault(message, 0).notification(), true);
        }
        if (MessageFrame.type(message, 0) == MessageFrame.UPDATE) {
            return state instanceof SessionState.Established ? update(message, options) : unexpected(state);
        }
        return switch (MessageCodec.decode(message, 0, message.length)) {
            case Decoded.Malformed<BgpMessage> malformed -> new Notifies(malformed.notification(), true);
            case Decoded.Ok<BgpMessage> ok ->
                switch (ok.value()) {
                    case BgpMessage.Notification _ -> new Ends();
                    case BgpMessage.Open _ ->
                        state instanceof SessionState.OpenSent ? new GoesOnOrRefusesOpen() : unexpected(state);
                    case BgpMessage.Keepalive _ ->
                        state instanceof SessionState.OpenSent ? unexpected(state) : new GoesOn();
                    case BgpMessage.RouteRefresh _ ->
                        state instanceof SessionState.Established ? new GoesOn() : unexpected(state);
                };
        };
    }

    private static ExpectedAnswer update(byte[] message, SessionOptions options) {
        Judgement judged = Judgement.of(message, options);
        return judged.kind() == Judgement.Kind.RESET_SESSION
                ? new Notifies(judged.faults().getLast().notification(), true)
                : new GoesOn();
    }

    private static ExpectedAnswer unexpected(SessionState.OnConnection state) {
        NotificationReason reason =
                switch (state) {
                    case SessionState.OpenDelayed _, SessionState.OpenSent _ ->
                        NotificationReason.UNEXPECTED_IN_OPEN_SENT;
                    case SessionState.OpenConfirm _ -> NotificationReason.UNEXPECTED_IN_OPEN_CONFIRM;
                    case SessionState.Established _ -> NotificationReason.UNEXPECTED_IN_ESTABLISHED;
                };
        return new Notifies(BgpMessage.Notification.of(reason), false);
    }
}
