package io.heddle.scenarios.text;

import io.heddle.scenarios.wording.Numbers;
import io.heddle.topology.loss.LossReport;
import io.heddle.topology.loss.LossText;
import io.heddle.topology.loss.Reading;
import io.heddle.topology.loss.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Resilience in a sentence for traffic and one for management, then the offenders. */
final class LossAnswer {

    /** Kinds of offenders told of each kind of part. */
    private static final int TOLD = 3;

    private LossAnswer() {}

    static List<Answer> lines(LossReport report) {
        List<Answer> lines = new ArrayList<>();
        lines("Resilience", "Traffic", of(report, false), lines);
        lines("", "Management", of(report, true), lines);
        return lines;
    }

    private static List<Verdict> of(LossReport report, boolean outOfBand) {
        return report.verdicts().stream()
                .filter(each -> each.outOfBand() == outOfBand && each.examined() > 0)
                .toList();
    }

    private static void lines(String label, String what, List<Verdict> verdicts, List<Answer> into) {
        if (verdicts.isEmpty()) {
            return;
        }
        List<String> survived = new ArrayList<>();
        List<String> not = new ArrayList<>();
        for (Verdict each : verdicts) {
            (each.resilient() ? survived : not).add(word(each.reading()));
        }
        String text = what
                + (survived.isEmpty() ? "" : " survives the loss of any one " + join(survived, "or"))
                + (survived.isEmpty() || not.isEmpty() ? "" : ", but")
                + (not.isEmpty()
                        ? "."
                        : " does NOT survive " + (survived.isEmpty() ? "the loss of a " : "that of a ")
                                + join(not, "or") + ":");
        into.add(new Answer(label, text));
        for (Verdict each : verdicts) {
            // A port that fails costs what its cable costs; once is enough.
            if (!each.resilient() && each.reading() != Reading.SWITCH_PORT) {
                List<LossText.Offence> kinds = LossText.offences(each);
                kinds.stream().limit(TOLD).forEach(kind -> into.add(new Answer("", "- " + kind)));
                if (kinds.size() > TOLD) {
                    into.add(new Answer("", "- and " + Numbers.of(kinds.size() - TOLD) + " more kinds"));
                }
            }
        }
    }

    private static String join(List<String> words, String last) {
        return words.size() == 1
                ? words.getFirst()
                : String.join(", ", words.subList(0, words.size() - 1)) + " " + last + " " + words.getLast();
    }

    private static String word(Reading reading) {
        return switch (reading) {
            case SWITCH -> "switch";
            case CARD -> "network card";
            case NODE_PORT -> "card port";
            case CABLE -> "cable";
            case SWITCH_PORT -> "switch port";
        };
    }
}
