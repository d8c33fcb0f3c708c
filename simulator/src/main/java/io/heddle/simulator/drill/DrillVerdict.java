package io.heddle.simulator.drill;

import io.heddle.model.audit.AuditReport;
import io.heddle.simulator.timeline.Ending;
import io.heddle.simulator.timeline.SimTime;
import io.heddle.simulator.timeline.Traffic;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a drill cost.
 *
 * @param pods at the beginning and started since
 * @param pairs of pods on different nodes, each way for itself
 * @param podsGone on nodes that are dead at the end, or stopped
 * @param outages the worst first; pairs of one class together
 * @param traps in the order of time
 * @param firstChange of a table; empty if none changed
 * @param lastChange of a table
 * @param tableChanges entries put and removed
 * @param peaks how full the tables of each switch were at the beginning and at their fullest
 * @param noRoom tables that had no room for what was wanted in them, in the order of time
 * @param translation whether pods reached pods without translation
 * @param atBeginning pairs that were lost before anything happened
 */
public record DrillVerdict(
        long pods,
        long pairs,
        long podsGone,
        long atBeginning,
        List<PairOutage> outages,
        List<Trap> traps,
        Optional<SimTime> firstChange,
        Optional<SimTime> lastChange,
        long tableChanges,
        Traffic traffic,
        List<AuditReport> peaks,
        List<NoRoom> noRoom,
        List<TierBandwidth> tiers,
        PathWidth width,
        TranslationVerdict translation,
        Ending ending) {

    /** An outage and what it is ranked by, worked out once: a large drill has hundreds of thousands. */
    private record Ranked(PairOutage outage, boolean ends, double seconds, long longest, String from, String to) {

        static final Comparator<Ranked> WORST_FIRST = Comparator.comparing(Ranked::ends)
                .thenComparingDouble(each -> -each.seconds)
                .thenComparingLong(each -> -each.longest)
                .thenComparing(Ranked::from)
                .thenComparing(Ranked::to);

        static Ranked of(PairOutage each, SimTime end) {
            return new Ranked(
                    each,
                    !each.lostAtEnd(),
                    each.pairSeconds(),
                    each.longest(end).nanos(),
                    each.from(),
                    each.to());
        }
    }

    /** The worst first: lost for good, then by what is lost over time, then by the longest. */
    static List<PairOutage> worstFirst(List<PairOutage> outages, SimTime end) {
        return outages.stream()
                .map(each -> Ranked.of(each, end))
                .sorted(Ranked.WORST_FIRST)
                .map(Ranked::outage)
                .toList();
    }

    public DrillVerdict {
        outages = List.copyOf(outages);
        traps = List.copyOf(traps);
        peaks = List.copyOf(peaks);
        noRoom = List.copyOf(noRoom);
        tiers = List.copyOf(tiers);
    }

    /** Pairs that lose flows and do not get them back. */
    public long pairsLostForGood() {
        return outages.stream()
                .filter(PairOutage::lostAtEnd)
                .mapToLong(PairOutage::pairs)
                .sum();
    }

    /** Pairs that lost flows at some time. */
    public long pairsInterrupted() {
        return outages.stream().mapToLong(PairOutage::pairs).sum();
    }

    /** The longest interruption of any pair; zero if there was none. */
    public SimTime longest() {
        return outages.stream()
                .map(each -> each.longest(ending.at()))
                .max(SimTime::compareTo)
                .orElse(SimTime.ZERO);
    }

    /** What all pairs lost together, in pair-seconds. */
    public double pairSeconds() {
        return outages.stream().mapToDouble(PairOutage::pairSeconds).sum();
    }
}
