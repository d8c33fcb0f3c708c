package io.heddle.topology.loss;

import io.heddle.model.fabric.DeviceName;
import io.heddle.topology.graph.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;

/** The answer of a loss study in words, offenders by name, equal ones together. */
public final class LossText {

    /** Names listed in full up to this many; of more, the first three. */
    private static final int NAMES = 4;

    private LossText() {}

    /**
     * Lines such as {@code Traffic, a network switch: yes, survives the loss of any one of 2.} followed, for a no, by one indented line
     * for each kind of offender.
     */
    public static List<String> lines(LossReport report) {
        List<String> lines = new ArrayList<>();
        for (Verdict verdict : report.verdicts()) {
            if (verdict.examined() > 0) {
                lines.add((verdict.outOfBand() ? "Management, " : "Traffic, ") + verdict.reading() + ": "
                        + (verdict.resilient()
                                ? "yes, survives the loss of any one of " + count(verdict.examined()) + "."
                                : "NO, " + count(verdict.offenders().size()) + " of " + count(verdict.examined())
                                        + " are single points of failure:"));
                offences(verdict).forEach(each -> lines.add("  " + each));
            }
        }
        return lines;
    }

    /**
     * Offenders of one kind: those whose loss costs as many devices the same in the same networks.
     *
     * @param who their names
     * @param consequence who loses what
     */
    public record Offence(String who, String consequence) {
        @Override
        public String toString() {
            return who + ": " + consequence;
        }
    }

    /** The offenders of a verdict, equal ones together. */
    public static List<Offence> offences(Verdict verdict) {
        Map<String, List<Impact>> byKind = new LinkedHashMap<>();
        for (Impact impact : verdict.offenders()) {
            byKind.computeIfAbsent(
                            stem(impact.part()) + "\n" + consequence(impact, verdict.outOfBand(), LossText::number),
                            each -> new ArrayList<>())
                    .add(impact);
        }
        List<Offence> offences = new ArrayList<>();
        byKind.forEach((kind, alike) -> {
            int split = kind.indexOf('\n');
            String owners = some(alike.stream().map(each -> owner(each.part())).toList());
            String consequence = alike.size() > 1
                    ? "each " + kind.substring(split + 1)
                    : consequence(alike.getFirst(), verdict.outOfBand(), LossText::names);
            offences.add(new Offence(kind.substring(0, split) + owners, consequence));
        });
        return offences;
    }

    private static String stem(Part part) {
        return switch (part) {
            case Part.OfSwitch each -> "";
            case Part.OfCard each -> "card " + each.card() + " of ";
            case Part.OfNodePort each -> "port " + each.port() + " of ";
            case Part.OfSwitchPort each -> "port ";
            case Part.OfCable each -> "cable ";
        };
    }

    private static String owner(Part part) {
        return switch (part) {
            case Part.OfSwitch each -> each.name().toString();
            case Part.OfCard each -> each.node().toString();
            case Part.OfNodePort each -> each.node().toString();
            case Part.OfSwitchPort each -> each.port().toString();
            case Part.OfCable each -> each.cable().toString();
        };
    }

    private static String consequence(
            Impact impact, boolean outOfBand, BiFunction<Part, List<String>, String> devices) {
        List<String> clauses = new ArrayList<>();
        for (ScopeLoss loss : impact.losses(outOfBand)) {
            String where = " " + some(loss.scopes().stream().map(LossText::name).toList());
            Map<String, List<String>> byFate = new LinkedHashMap<>();
            for (Victim victim : loss.victims()) {
                byFate.computeIfAbsent(fate(victim), each -> new ArrayList<>())
                        .add(victim.device().toString());
            }
            byFate.forEach((fate, victims) -> clauses.add(devices.apply(impact.part(), victims) + " " + fate + where));
        }
        return String.join("; ", clauses);
    }

    private static String names(Part part, List<String> devices) {
        return some(devices);
    }

    private static String number(Part part, List<String> devices) {
        if (devices.size() > 1) {
            return count(devices.size()) + " devices";
        }
        return switch (part) {
            case Part.OfCard card -> "its node";
            case Part.OfNodePort port -> "its node";
            case Part.OfSwitch other -> "one device";
            case Part.OfSwitchPort other -> "one device";
            case Part.OfCable other -> "one device";
        };
    }

    private static String name(Scope scope) {
        return switch (scope) {
            case Scope.OneNetwork one -> one.name().toString();
            case Scope.RoutedFabric routed -> routed.toString();
        };
    }

    private static String fate(Victim victim) {
        if (victim.cutOff()) {
            return "cut off from";
        }
        int lost = victim.peersBefore() - victim.peersAfter();
        String exits = victim.lostExits().isEmpty()
                ? ""
                : "without a way to "
                        + some(victim.lostExits().stream()
                                .map(DeviceName::toString)
                                .toList());
        String peers = lost == 0 ? "" : "without " + count(lost) + " of " + count(victim.peersBefore()) + " others";
        return (peers.isEmpty() || exits.isEmpty() ? peers + exits : peers + " and " + exits) + " in";
    }

    private static String some(List<String> names) {
        if (names.size() <= NAMES) {
            return String.join(", ", names);
        }
        return String.join(", ", names.subList(0, NAMES - 1)) + " and " + count(names.size() - NAMES + 1) + " more";
    }

    private static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
