package io.heddle.bgp.speaker;

import io.heddle.bgp.session.SessionState;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.BgpMessage;
import io.heddle.bgp.wire.CodecFuzz;
import io.heddle.bgp.wire.Judgement;
import io.heddle.bgp.wire.MessageFrame;
import io.heddle.bgp.wire.NotificationReason;
import io.heddle.bgp.wire.SessionOptions;
import java.util.HexFormat;
import java.util.List;

/**
 * A hostile message to a live speaker in OpenSent, OpenConfirm or Established. The first octet chooses the state, whether the peer is
 * external and whether NLRI have path identifiers, the others make the message as in {@link CodecFuzz}. Whatever it is: nothing throws, the answer is what {@link ExpectedAnswer}
 * says, and the session and routes of the peer beside it are as before; what is passed on to that peer is sound.
 */
public final class SpeakerFuzz {

    private static final int MAX_INPUT = 4000;

    private SpeakerFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length < 2 || data.length > MAX_INPUT) {
            return;
        }
        FuzzedSpeaker fuzzed = new FuzzedSpeaker((data[0] & 4) == 0, (data[0] & 8) != 0);
        int connection = fuzzed.connectHostile();
        if ((data[0] & 3) > 0) {
            fuzzed.openHostile(connection);
        }
        if ((data[0] & 3) > 1) {
            fuzzed.confirm(connection);
        }
        fuzzed.written(connection);
        byte[] message = CodecFuzz.framed(data, 1);
        hostile(fuzzed, connection, message);
        bystander(fuzzed);
    }

    static void hostile(FuzzedSpeaker fuzzed, int connection, byte[] message) {
        SessionState.OnConnection before = (SessionState.OnConnection) fuzzed.state(fuzzed.hostile);
        fuzzed.receive(connection, message, message.length);
        SessionState after = fuzzed.state(fuzzed.hostile);
        List<byte[]> answer = fuzzed.written(connection);
        switch (ExpectedAnswer.to(message, before, fuzzed.options)) {
            case ExpectedAnswer.GoesOn _ ->
                demand(after instanceof SessionState.Established, "the session does not go on", answer);
            case ExpectedAnswer.Ends _ ->
                demand(
                        !(after instanceof SessionState.OnConnection) && answer.isEmpty(),
                        "it did not just end",
                        answer);
            case ExpectedAnswer.GoesOnOrRefusesOpen _ -> {
                BgpMessage said = FuzzedSpeaker.read(answer.getLast());
                demand(
                        after instanceof SessionState.OpenConfirm && said instanceof BgpMessage.Keepalive
                                || !(after instanceof SessionState.OnConnection)
                                        && said instanceof BgpMessage.Notification notification
                                        && notification.code() == NotificationReason.OPEN_ERROR.code(),
                        "an OPEN was neither accepted nor refused",
                        answer);
            }
            case ExpectedAnswer.Notifies expected -> {
                demand(!(after instanceof SessionState.OnConnection), "the session goes on, not " + expected, answer);
                BgpMessage said = FuzzedSpeaker.read(answer.getLast());
                demand(
                        said instanceof BgpMessage.Notification notification
                                && notification.code()
                                        == expected.notification().code()
                                && notification.subcode()
                                        == expected.notification().subcode()
                                && (!expected.withData() || notification.equals(expected.notification())),
                        "answered by " + said + ", not by " + expected,
                        answer);
            }
        }
    }

    static void bystander(FuzzedSpeaker fuzzed) {
        demand(
                fuzzed.state(fuzzed.bystander) instanceof SessionState.Established,
                "the other session ended",
                List.of());
        int routes = fuzzed.speaker.rib().pathCount(AddressFamilyId.IPV4_UNICAST, fuzzed.bystander + 1);
        demand(routes == FuzzedSpeaker.BYSTANDER_ROUTES, "the other peer has " + routes + " routes", List.of());
        SessionOptions options = SessionOptions.of(true, AddressFamilyId.IPV4_UNICAST, AddressFamilyId.IPV6_UNICAST);
        for (byte[] each : fuzzed.written(fuzzed.bystanderConnection)) {
            demand(
                    MessageFrame.type(each, 0) == MessageFrame.KEEPALIVE
                            || MessageFrame.type(each, 0) == MessageFrame.UPDATE
                                    && Judgement.of(each, options).kind().compareTo(Judgement.Kind.END_OF_RIB) <= 0,
                    "what is passed on is not sound",
                    List.of(each));
        }
    }

    private static void demand(boolean holds, String what, List<byte[]> messages) {
        if (!holds) {
            throw new AssertionError(what
                    + messages.stream()
                            .map(each -> "\n" + HexFormat.of().formatHex(each))
                            .reduce("", String::concat));
        }
    }
}
