package io.heddle.bgp.wire;

import io.heddle.bgp.attribute.AttributeSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What frame and attributes of an UPDATE together come to, as a speaker would see it. */
public record Judgement(
        Kind kind, List<AttributeFault> faults, @Nullable AttributeSet attributes) {

    public enum Kind {
        SOUND,
        END_OF_RIB,
        DISCARD_ATTRIBUTE,
        TREAT_AS_WITHDRAW,
        RESET_SESSION
    }

    public static Judgement of(byte[] message, SessionOptions options) {
        return of(new UpdateView(AddressFamilies.UNICAST), message, 0, message.length, options);
    }

    public static Judgement of(UpdateView view, byte[] in, int from, int to, SessionOptions options) {
        return switch (view.parse(in, from, to, options)) {
            case UpdateVerdict.EndOfRib _ -> new Judgement(Kind.END_OF_RIB, List.of(), null);
            case UpdateVerdict.Reset reset -> new Judgement(Kind.RESET_SESSION, List.of(reset.fault()), null);
            case UpdateVerdict.TreatAsWithdraw withdraw ->
                new Judgement(Kind.TREAT_AS_WITHDRAW, List.of(withdraw.fault()), null);
            case UpdateVerdict.Sound _ -> blocks(view, options);
        };
    }

    private static Judgement blocks(UpdateView view, SessionOptions options) {
        Judgement judged = new Judgement(Kind.SOUND, List.of(), null);
        if (!view.announced().isEmpty()) {
            judged = judged.and(of(view.block(), options));
        }
        return view.mpAnnounced().isEmpty() ? judged : judged.and(of(view.mpBlock(), options));
    }

    private static Judgement of(AttributeBlock block, SessionOptions options) {
        return switch (AttributeDecoder.decode(block.bytes(), block.from(), block.to(), options)) {
            case AttributeOutcome.Usable usable ->
                new Judgement(
                        usable.discarded().isEmpty() ? Kind.SOUND : Kind.DISCARD_ATTRIBUTE,
                        usable.discarded(),
                        usable.attributes());
            case AttributeOutcome.Withdraw withdraw -> new Judgement(Kind.TREAT_AS_WITHDRAW, withdraw.faults(), null);
            case AttributeOutcome.Reset reset -> new Judgement(Kind.RESET_SESSION, List.of(reset.fault()), null);
        };
    }

    private Judgement and(Judgement other) {
        List<AttributeFault> all = new ArrayList<>(faults);
        all.addAll(other.faults);
        return new Judgement(
                kind.compareTo(other.kind) >= 0 ? kind : other.kind,
                all,
                other.attributes == null ? attributes : other.attributes);
    }
}
