package io.heddle.bgp.bfd;

/** What happens to a session. */
public sealed interface BfdEvent {

    /** The operator wants the session. */
    record Enable() implements BfdEvent {}

    /** The operator does not (RFC 5880 section 6.8.16). */
    record Disable() implements BfdEvent {}

    /** Other intervals or another multiplier; the peer is told by a poll sequence (section 6.8.3). */
    record Change(BfdTimers timers) implements BfdEvent {}

    /** A packet that {@link BfdCodec} took, for this session. */
    record Received(BfdPacket packet) implements BfdEvent {}

    /** A time may have come; earlier than {@link BfdSession#wakeAt} it does nothing. */
    record Tick() implements BfdEvent {}
}
