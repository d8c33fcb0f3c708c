package io.heddle.bgp.wire;

import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.List;

/** What a message says, line by line: the value side of a wire vector. */
final class WireText {

    private WireText() {}

    static List<String> of(byte[] message, SessionOptions options) {
        if (MessageFrame.type(message, 0) != MessageFrame.UPDATE) {
            return switch (MessageCodec.decode(message, 0, message.length)) {
                case Decoded.Ok<BgpMessage> ok -> List.of(ok.value().toString());
                case Decoded.Malformed<BgpMessage> malformed -> List.of(malformed.toString());
            };
        }
        UpdateView view = new UpdateView(AddressFamilies.UNICAST);
        UpdateVerdict verdict = view.parse(message, 0, message.length, options);
        List<String> lines = new ArrayList<>();
        switch (verdict) {
            case UpdateVerdict.Sound _ -> {
                ranges(lines, "withdrawn", view.withdrawn());
                ranges(lines, "withdrawn", view.mpWithdrawn());
                announced(lines, view.announced(), view.block(), options);
                announced(lines, view.mpAnnounced(), view.mpBlock(), options);
            }
            case UpdateVerdict.EndOfRib _, UpdateVerdict.TreatAsWithdraw _, UpdateVerdict.Reset _ ->
                lines.add(verdict.toString());
        }
        return lines;
    }

    private static void announced(List<String> lines, NlriRange range, AttributeBlock block, SessionOptions options) {
        if (!range.isEmpty()) {
            lines.add(
                    switch (AttributeDecoder.decode(block.bytes(), block.from(), block.to(), options)) {
                        case AttributeOutcome.Usable usable ->
                            usable.attributes().toString();
                        case AttributeOutcome.Withdraw withdraw -> withdraw.toString();
                        case AttributeOutcome.Reset reset -> reset.toString();
                    });
            ranges(lines, "announced", range);
        }
    }

    private static void ranges(List<String> lines, String what, NlriRange range) {
        if (range.codec() instanceof PrefixNlri nlri) {
            PrefixCursor cursor =
                    new PrefixCursor().over(nlri, range.bytes(), range.from(), range.to(), range.addPath());
            while (cursor.next()) {
                lines.add(what + " " + prefix(nlri, cursor) + (range.addPath() ? " path " + cursor.pathId() : ""));
            }
        }
    }

    static Prefix prefix(PrefixNlri nlri, PrefixCursor cursor) {
        return new Prefix(
                nlri.isV6() ? IpAddress.v6(cursor.high(), cursor.low()) : IpAddress.v4(cursor.low()), cursor.length());
    }
}
