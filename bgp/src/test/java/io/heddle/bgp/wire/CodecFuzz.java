package io.heddle.bgp.wire;

import io.heddle.bgp.attribute.AttributeSet;
import java.util.Arrays;
import java.util.Set;

/**
 * What must hold for any bytes: nothing throws, ranges stay inside the message, and what was understood says the same after writing and
 * reading it once more. The first octet chooses session and message type, the rest becomes the body, so that nearly all inputs get past
 * framing. The form of the method is that of libFuzzer's targets for Java, so that a coverage-guided fuzzer can drive it.
 */
public final class CodecFuzz {

    private static final int MAX_BODY = MessageFrame.MAX_EXTENDED_LENGTH - MessageFrame.HEADER_LENGTH;

    private static final Set<AddressFamilyId> FAMILIES =
            Set.of(AddressFamilyId.IPV4_UNICAST, AddressFamilyId.IPV6_UNICAST);

    private CodecFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length >= 1 && data.length - 1 <= MAX_BODY) {
            received(framed(data, 0), options(data[0] & 0xFF));
        }
    }

    /** The message that the octets from {@code from} on choose and fill. */
    public static byte[] framed(byte[] data, int from) {
        int choice = data[from] & 0xFF;
        // Half of the inputs are UPDATEs; type 6 does not exist.
        int type = choice < 128 ? MessageFrame.UPDATE : 1 + choice % 6;
        int body = data.length - from - 1;
        byte[] message = new byte[MessageFrame.HEADER_LENGTH + body];
        MessageFrame.put(message, 0, type);
        MessageFrame.close(message, 0, message.length);
        System.arraycopy(data, from + 1, message, MessageFrame.HEADER_LENGTH, body);
        return message;
    }

    static SessionOptions options(int choice) {
        boolean external = (choice & 1) != 0;
        return new SessionOptions(
                external,
                (choice & 2) != 0,
                (choice & 4) == 0,
                MessageFrame.MAX_EXTENDED_LENGTH,
                FAMILIES,
                (choice & 8) != 0 ? FAMILIES : Set.of(),
                (choice & 8) != 0 ? FAMILIES : Set.of(),
                (choice & 16) != 0 ? Set.of(AddressFamilyId.IPV4_UNICAST) : Set.of());
    }

    /** A message as it comes off a connection. */
    static void received(byte[] message, SessionOptions options) {
        int length = MessageFrame.lengthOf(message, 0, message.length, options.maxMessageLength());
        if (length == MessageFrame.FAULTY) {
            MessageFrame.fault(message, 0).notification();
        } else if (length != MessageFrame.INCOMPLETE) {
            if (MessageFrame.type(message, 0) == MessageFrame.UPDATE) {
                update(message, length, options);
            } else {
                other(message, length);
            }
        }
    }

    private static void other(byte[] message, int length) {
        switch (MessageCodec.decode(message, 0, length)) {
            case Decoded.Malformed<BgpMessage> malformed -> malformed.notification();
            case Decoded.Ok<BgpMessage> ok -> {
                if (ok.value() instanceof BgpMessage.Notification notification) {
                    notification.text();
                    notification.inHardReset();
                }
                byte[] out = new byte[2 * message.length + MessageFrame.HEADER_LENGTH];
                int end = MessageCodec.encode(ok.value(), out, 0);
                demand(
                        MessageCodec.decode(out, 0, end).equals(ok),
                        "written and read again it is another message: " + ok.value());
            }
        }
    }

    private static void update(byte[] message, int length, SessionOptions options) {
        UpdateView view = new UpdateView(AddressFamilies.UNICAST);
        byte[] before = message.clone();
        UpdateVerdict verdict = view.parse(message, 0, length, options);
        demand(Arrays.equals(before, message), "reading changed the message");
        switch (verdict) {
            case UpdateVerdict.Reset reset -> reset.fault().notification();
            case UpdateVerdict.EndOfRib _ -> {}
            case UpdateVerdict.TreatAsWithdraw _ -> ranges(view, length);
            case UpdateVerdict.Sound _ -> {
                ranges(view, length);
                if (!view.announced().isEmpty()) {
                    attributes(view.block(), options, view.announced());
                }
                if (!view.mpAnnounced().isEmpty()) {
                    attributes(view.mpBlock(), options, view.mpAnnounced());
                }
            }
        }
    }

    private static void ranges(UpdateView view, int length) {
        PrefixCursor cursor = new PrefixCursor();
        for (NlriRange range :
                new NlriRange[] {view.withdrawn(), view.announced(), view.mpWithdrawn(), view.mpAnnounced()}) {
            demand(range.from() <= range.to() && range.to() <= length, "a range leaves the message");
            if (range.codec() instanceof PrefixNlri nlri) {
                cursor.over(nlri, range.bytes(), range.from(), range.to(), range.addPath());
                int count = 0;
                while (cursor.next()) {
                    demand(cursor.length() <= (nlri.isV6() ? 128 : 32), "a prefix is too long");
                    demand(nlri.isV6() || cursor.low() >>> 32 == 0, "an IPv4 prefix has more than 32 bits");
                    count++;
                }
                demand(count <= range.to() - range.from(), "more prefixes than octets");
            }
        }
    }

    private static void attributes(AttributeBlock block, SessionOptions options, NlriRange range) {
        block.hash();
        AttributeOutcome outcome = AttributeDecoder.decode(block.bytes(), block.from(), block.to(), options);
        if (outcome instanceof AttributeOutcome.Usable usable && range.codec() instanceof PrefixNlri nlri) {
            again(usable.attributes(), options, nlri);
        }
    }

    /** Sends a route with these attributes and receives it. */
    private static void again(AttributeSet set, SessionOptions options, PrefixNlri nlri) {
        AttributeEncoder attributes = new AttributeEncoder(options);
        int length = attributes.encode(set, UpdateEncoder.nextHopInside(nlri, set));
        UpdateEncoder encoder = new UpdateEncoder(options);
        byte[] out = new byte[Math.min(length + 128, MessageFrame.MAX_EXTENDED_LENGTH)];
        if (!encoder.announce(out, 0, out.length, nlri, set.nextHop().orElseThrow(), attributes.bytes(), 0, length)) {
            return;
        }
        demand(encoder.add(0, 0, 0, 0), "no room for one prefix");
        int end = encoder.finish();
        Judgement judged = Judgement.of(new UpdateView(AddressFamilies.UNICAST), out, 0, end, options);
        demand(set.equals(judged.attributes()), "sent " + set + ", received " + judged);
    }

    private static void demand(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
