package io.heddle.scenarios.wording;

import io.heddle.simulator.drill.Translated;
import io.heddle.simulator.drill.TranslationVerdict;
import io.heddle.simulator.translation.Translation;
import io.heddle.simulator.translation.Uncovered;
import java.util.List;

/** Kubernetes' rule that pods reach pods without translation, as sentences. */
public final class TranslationWords {

    private static final String RULE = "pods reach pods without translation";

    private TranslationWords() {}

    /** Whether it holds with pods as they are, and what was looked at. */
    public static String of(Translation now) {
        return now.holds()
                ? held(now.masquerading())
                : RULE + ": not so for " + Numbers.counted(now.pairs(), "pair") + " of pods";
    }

    /** Whether it held throughout a drill, and what was looked at. */
    public static String of(TranslationVerdict all) {
        return all.holds()
                ? held(all.masquerading())
                : RULE + ": not so for " + Numbers.counted(all.pairs(), "pair") + " of pods"
                        + (all.atBeginning() == all.pairs()
                                ? " from the beginning"
                                : all.atBeginning() == 0
                                        ? ", none before"
                                        : ", " + Numbers.of(all.atBeginning()) + " at the beginning")
                        + (all.atEnd() == all.pairs() ? "" : ", " + Numbers.of(all.atEnd()) + " at the end");
    }

    private static String held(long masquerading) {
        return RULE + ": "
                + (masquerading == 0
                        ? "no node masquerades"
                        : Numbers.counted(masquerading, "node")
                                + (masquerading == 1 ? " masquerades" : " masquerade")
                                + ", and every pod elsewhere is among the exceptions");
    }

    /** Who is translated, and which exception is missing. */
    public static String of(Uncovered each) {
        return who(each) + ": " + each.reason();
    }

    /** The same, with the time of a drill. */
    public static String of(Translated each) {
        return who(each.most()) + ", " + when(each) + ": " + each.most().reason();
    }

    private static String who(Uncovered each) {
        Uncovered.Example example = each.example();
        return example.node() + " " + example.from() + " to " + each.owner() + " " + example.to() + ", "
                + Numbers.counted(each.pairs(), "pair");
    }

    /** When it was so. */
    public static String when(Translated each) {
        List<Translated.Spell> spells = each.spells();
        Translated.Spell first = spells.getFirst();
        String times = spells.size() == 1 ? "" : ", " + spells.size() + " times";
        return "from " + first.from()
                + first.until().map(until -> " to " + until).orElse(" on") + times;
    }
}
