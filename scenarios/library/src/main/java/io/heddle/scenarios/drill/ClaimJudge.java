package io.heddle.scenarios.drill;

import io.heddle.model.audit.Verdict;
import io.heddle.scenarios.script.Claim;
import io.heddle.scenarios.wording.Numbers;
import io.heddle.simulator.drill.DrillVerdict;
import io.heddle.simulator.drill.NoRoom;
import io.heddle.simulator.drill.PairOutage;
import io.heddle.simulator.drill.TierBandwidth;
import io.heddle.simulator.timeline.SimTime;
import io.heddle.simulator.walk.Arrival;
import java.util.List;
import java.util.Optional;

/** Judges what is claimed of a drill. */
public final class ClaimJudge {

    /**
     * A claim beside what was found.
     *
     * @param text the claim as a sentence
     */
    public record Judged(String text, boolean holds, String found) {}

    private static final int ALL = 100;

    private ClaimJudge() {}

    public static Judged judge(Claim claim, DrillVerdict verdict) {
        return switch (claim) {
            case Claim.Outage outage -> outage(outage, verdict);
            case Claim.CutOff(long pairs) ->
                number("pairs of pods cut off for good", pairs, verdict.pairsLostForGood());
            case Claim.Gone(long pods) -> number("pods gone", pods, verdict.podsGone());
            case Claim.Loops(long devices) ->
                number(
                        "devices in a loop",
                        devices,
                        verdict.traps().stream()
                                .filter(each -> each.kind() == Arrival.LOOP)
                                .map(each -> each.device())
                                .distinct()
                                .count());
            case Claim.Overflows(long switches) ->
                number(
                        "switches with a table that overflowed",
                        switches,
                        verdict.peaks().stream()
                                .filter(each -> each.verdict() == Verdict.OVERFLOWS)
                                .count());
            case Claim.Crashes(long times) ->
                number(
                        "crashes of switches",
                        times,
                        verdict.noRoom().stream().mapToLong(NoRoom::crashes).sum());
            case Claim.InSoftware(long pairs) ->
                number(
                        "pairs of pods by the processor of a switch",
                        pairs,
                        verdict.noRoom().stream().mapToLong(NoRoom::slowPairs).sum());
            case Claim.Translated(long pairs) ->
                number("pairs of pods translated", pairs, verdict.translation().pairs());
            case Claim.Settled(SimTime within) -> {
                SimTime last = verdict.lastChange().orElse(SimTime.ZERO);
                yield new Judged(
                        "the last table changes within " + within,
                        last.compareTo(within) <= 0,
                        verdict.lastChange().map(each -> "the last at " + each).orElse("none changed"));
            }
            case Claim.Messages(long atMost) ->
                new Judged(
                        "at most " + Numbers.counted(atMost, "update message"),
                        verdict.traffic().messages() <= atMost,
                        Numbers.of(verdict.traffic().messages()));
            case Claim.BandwidthLeft left -> bandwidth(left, verdict);
        };
    }

    private static Judged number(String what, long expected, long found) {
        return new Judged(Numbers.of(expected) + " " + what, expected == found, Numbers.of(found));
    }

    private static Judged outage(Claim.Outage claim, DrillVerdict verdict) {
        SimTime end = verdict.ending().at();
        String text = "no pair of pods"
                + claim.from().map(each -> " from " + each).orElse("")
                + claim.to().map(each -> " to " + each).orElse("") + " interrupted for " + claim.under() + " or more";
        Optional<PairOutage> worst = verdict.outages().stream()
                .filter(each ->
                        claim.from().filter(node -> !each.sendersInclude(node)).isEmpty())
                .filter(each ->
                        claim.to().filter(node -> !each.receiversInclude(node)).isEmpty())
                .max((a, b) -> a.longest(end).compareTo(b.longest(end)));
        if (worst.isEmpty()) {
            return new Judged(text, true, "no interruption");
        }
        SimTime longest = worst.get().longest(end);
        boolean forGood = worst.get().lostAtEnd();
        return new Judged(
                text,
                !forGood && longest.compareTo(claim.under()) < 0,
                (forGood ? "for good" : longest.toString()) + ", " + worst.get().example());
    }

    private static Judged bandwidth(Claim.BandwidthLeft claim, DrillVerdict verdict) {
        String text = "at least " + claim.percent() + " % of the bandwidth from " + claim.tiers();
        List<TierBandwidth> tiers = verdict.tiers();
        for (TierBandwidth each : tiers) {
            if (each.name().equals(claim.tiers()) && each.before().bitsPerSecond() > 0) {
                // Compared without division, so that 75 % of four cables is three.
                boolean holds =
                        each.lowest().bitsPerSecond() * ALL >= each.before().bitsPerSecond() * claim.percent();
                return new Judged(text, holds, each.lowest() + " of " + each.before());
            }
        }
        return new Judged(
                text,
                false,
                "there are only "
                        + String.join(
                                ", ", tiers.stream().map(TierBandwidth::name).toList()));
    }
}
