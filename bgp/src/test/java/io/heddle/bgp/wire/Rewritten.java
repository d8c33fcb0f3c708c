package io.heddle.bgp.wire;

import java.util.Arrays;

/** A message read and written anew; of an UPDATE the routes of one kind. */
final class Rewritten {

    private Rewritten() {}

    static byte[] of(byte[] message, SessionOptions options) {
        byte[] out = new byte[MessageFrame.MAX_LENGTH];
        int end = MessageFrame.type(message, 0) == MessageFrame.UPDATE
                ? update(message, options, out)
                : other(message, out);
        return Arrays.copyOf(out, end);
    }

    private static int other(byte[] message, byte[] out) {
        return switch (MessageCodec.decode(message, 0, message.length)) {
            case Decoded.Ok<BgpMessage> ok -> MessageCodec.encode(ok.value(), out, 0);
            case Decoded.Malformed<BgpMessage> malformed -> throw new AssertionError(malformed);
        };
    }

    private static int update(byte[] message, SessionOptions options, byte[] out) {
        UpdateView view = new UpdateView(AddressFamilies.UNICAST);
        UpdateVerdict verdict = view.parse(message, 0, message.length, options);
        if (verdict instanceof UpdateVerdict.EndOfRib endOfRib) {
            return UpdateEncoder.endOfRib(endOfRib.family(), out, 0);
        }
        UpdateEncoder encoder = new UpdateEncoder(options);
        if (!view.announced().isEmpty()) {
            announce(encoder, view.announced(), view.block(), options, out);
        } else if (!view.mpAnnounced().isEmpty()) {
            announce(encoder, view.mpAnnounced(), view.mpBlock(), options, out);
        } else {
            NlriRange gone = view.withdrawn().isEmpty() ? view.mpWithdrawn() : view.withdrawn();
            PrefixNlri nlri = prefixes(gone);
            encoder.withdraw(out, 0, out.length, nlri);
            addAll(encoder, gone, nlri);
        }
        return encoder.finish();
    }

    private static void announce(
            UpdateEncoder encoder, NlriRange range, AttributeBlock block, SessionOptions options, byte[] out) {
        if (AttributeDecoder.decode(block.bytes(), block.from(), block.to(), options)
                instanceof AttributeOutcome.Usable usable) {
            PrefixNlri nlri = prefixes(range);
            AttributeEncoder attributes = new AttributeEncoder(options);
            int length = attributes.encode(usable.attributes(), UpdateEncoder.nextHopInside(nlri, usable.attributes()));
            encoder.announce(
                    out,
                    0,
                    out.length,
                    nlri,
                    usable.attributes().nextHop().orElseThrow(),
                    attributes.bytes(),
                    0,
                    length);
            addAll(encoder, range, nlri);
        } else {
            throw new AssertionError("the attributes are not usable");
        }
    }

    private static PrefixNlri prefixes(NlriRange range) {
        if (range.codec() instanceof PrefixNlri nlri) {
            return nlri;
        }
        throw new AssertionError("not prefixes: " + range.codec());
    }

    private static void addAll(UpdateEncoder encoder, NlriRange range, PrefixNlri nlri) {
        PrefixCursor cursor = new PrefixCursor().over(nlri, range.bytes(), range.from(), range.to(), range.addPath());
        while (cursor.next()) {
            if (!encoder.add(cursor.high(), cursor.low(), cursor.length(), cursor.pathId())) {
                throw new AssertionError("the message is full");
            }
        }
    }
}
